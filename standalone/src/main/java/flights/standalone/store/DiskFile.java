package flights.standalone.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.DataType;

/**
 * Maps in a file of H2, and a journal beside it. What is changed is in the journal at once, and in
 * the file a little later: a commit writes every page on the way to a changed value, some forty
 * times the value.
 */
final class DiskFile implements AutoCloseable {

  /** The prefixes of the maps' names, the first of which is the server's own. */
  static final String DATA = "databases.";

  static final String META = "meta.";
  static final String INDEX = "index.";

  /**
   * As H2 counts, by the file; documents in memory are some seven times as large. What stays for
   * long enough to be moved around by the collector, and then goes, is what makes it pause.
   */
  private static final int CACHE_MEGABYTES = 4;

  /** How long a query may still read what has been changed since it began. */
  private static final int RETENTION_MILLIS = 10_000;

  /** For which an orderly end may tidy up the file. */
  private static final int TIDY_MILLIS = 1_000;

  /** What may wait for a commit, in the journal and, by whole pages, in memory. */
  private static final int JOURNAL_BYTES = 4 << 20;

  private static final int UNSAVED_BYTES = 8 << 20;

  /** When H2 itself commits, in the midst of a command that changes very much. */
  private static final int UNSAVED_KILOBYTES_IN_A_COMMAND = 64 << 10;

  private static final String MARK = "mark";

  private final Changes changes = new Changes();
  private final MVStore store;
  private final MVMap<String, Long> marks;
  private final Journal journal;
  private volatile boolean reshaped;
  private boolean closed;

  /** Opens the file, and makes what the journal has and the file has not. */
  DiskFile(Path path) {
    store = open(path);
    marks = store.openMap("journal");
    journal = new Journal(path.resolveSibling(path.getFileName() + ".journal"));
    journal.read(mark(), new Changes.Reader(this::map)::apply);
    commit();
  }

  private static MVStore open(Path path) {
    MVStore store =
        new MVStore.Builder()
            .fileName(path.toString())
            .cacheSize(CACHE_MEGABYTES)
            // What is moved while a long query reads is missing there ("Chunk not found").
            .autoCompactFillRate(0)
            // A commit is then done when it returns, and never comes in between by itself.
            .autoCommitDisabled()
            .autoCommitBufferSize(UNSAVED_KILOBYTES_IN_A_COMMAND)
            .open();
    store.setRetentionTime(RETENTION_MILLIS);
    return store;
  }

  /** The map of that name, whose prefix tells what is in it; a new one if there is none. */
  @SuppressWarnings("unchecked")
  <K, V> MVMap<K, V> map(String name) {
    JournaledMap.Builder<K, V> builder = new JournaledMap.Builder<>(changes);
    if (name.startsWith(DATA)) {
      builder.setValueType((DataType<V>) new DocumentType());
    } else if (name.startsWith(INDEX)) {
      builder.setKeyType((DataType<K>) new KeyType());
    }
    return store.openMap(name, builder);
  }

  Set<String> names() {
    return store.getMapNames();
  }

  void remove(Predicate<String> doomed) {
    reshaped = true;
    names().stream().filter(doomed).toList().forEach(store::removeMap);
  }

  void rename(Predicate<String> moved, String part, String newPart) {
    reshaped = true;
    for (String name : List.copyOf(names())) {
      if (moved.test(name)) {
        store.renameMap(map(name), name.replace(part, newPart));
      }
    }
  }

  long size() {
    return store.getFileStore().size();
  }

  /** Runs what may change something, alone; when this is over, the changes outlive the process. */
  synchronized <T> T change(Supplier<T> command) {
    try {
      return command.get();
    } finally {
      keep();
    }
  }

  /** Commits what waits for it. */
  synchronized void settle() {
    if (!closed && (reshaped || journal.size() > 0 || !changes.isEmpty())) {
      commit();
    }
  }

  @Override
  public synchronized void close() {
    try (journal) {
      settle();
    } finally {
      closed = true;
      store.close(TIDY_MILLIS);
    }
  }

  private void keep() {
    // The journal tells of maps by their names: it ends where a name does.
    if (reshaped
        || changes.tooMany()
        || journal.size() > JOURNAL_BYTES
        || store.getUnsavedMemory() > UNSAVED_BYTES) {
      commit();
    } else {
      changes.giveTo(content -> journal.append(mark(), content));
    }
  }

  /** The new mark makes the journal void in the same moment in which the file has what it has. */
  private void commit() {
    marks.put(MARK, Math.max(mark() + 1, System.currentTimeMillis()));
    store.commit();
    reshaped = false;
    changes.clear();
    journal.clear();
  }

  private long mark() {
    return marks.getOrDefault(MARK, 0L);
  }
}
