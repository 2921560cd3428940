package flights.standalone.store;

import static java.util.stream.Collectors.joining;

import flights.standalone.store.query.StoredDocument;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;
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

  /** Of indexes that are not unique; the parts that go down stand behind it. */
  static final String SORTED = "sorted.";

  /**
   * Of the file. What stays long enough to be moved by the collector, and then goes, makes it
   * pause.
   */
  private static final int CACHE_MEGABYTES = 8;

  /**
   * How long what has been replaced stays in the file, for those who have just read where it is.
   */
  private static final int RETENTION_MILLIS = 10_000;

  /** For which an orderly end may tidy up the file. */
  private static final int TIDY_MILLIS = 1_000;

  /** What may wait for a commit, in the journal and, by whole pages, in memory. */
  private static final int JOURNAL_BYTES = 4 << 20;

  private static final int UNSAVED_BYTES = 8 << 20;

  /** When H2 itself commits, in the midst of a command that changes very much. */
  private static final int UNSAVED_KILOBYTES_IN_A_COMMAND = 64 << 10;

  /** When the file is made smaller: when less of it is in use, in percent, and so much is not. */
  private static final int LEAST_IN_USE = 75;

  private static final long LEAST_TO_GIVE_BACK = 64 << 20;

  /** What is moved at once, while everybody waits; what a commit has written moves as a whole. */
  private static final int MOVED_BYTES = 12 << 20;

  private static final String MARK = "mark";

  private final Changes changes = new Changes();
  private final boolean onDisk;
  private final MVStore store;
  private final MVMap<String, Long> marks;
  private final Journal journal;
  private volatile boolean reshaped;
  private boolean closed;

  /**
   * Opens the file, and makes what the journal has and the file has not.
   *
   * @param path null to keep all in memory
   */
  DiskFile(Path path) {
    onDisk = path != null;
    store = open(path);
    marks = store.openMap("journal");
    if (onDisk) {
      journal = new Journal(path.resolveSibling(path.getFileName() + ".journal"));
      journal.read(mark(), new Changes.Reader(this::map)::apply);
      commit();
    } else {
      journal = null;
    }
  }

  private static MVStore open(Path path) {
    MVStore.Builder builder =
        new MVStore.Builder()
            .cacheSize(CACHE_MEGABYTES)
            // It is tidied up between commands, and not by a thread of its own.
            .autoCompactFillRate(0)
            // A commit is then done when it returns, and never comes in between by itself.
            .autoCommitDisabled()
            .autoCommitBufferSize(UNSAVED_KILOBYTES_IN_A_COMMAND);
    if (path != null) {
      builder.fileName(path.toString());
    }
    MVStore store = builder.open();
    if (path != null) {
      store.setRetentionTime(RETENTION_MILLIS);
    } else {
      store.setVersionsToKeep(0);
    }
    return store;
  }

  /** The name of the map of an index that is not unique. */
  static String sorted(BitSet descending, String name) {
    return SORTED
        + descending.stream().mapToObj(String::valueOf).collect(joining("-"))
        + "."
        + name;
  }

  private static BitSet descending(String name) {
    BitSet descending = new BitSet();
    String parts = name.substring(SORTED.length(), name.indexOf('.', SORTED.length()));
    Stream.of(parts.split("-"))
        .filter(part -> !part.isEmpty())
        .forEach(part -> descending.set(Integer.parseInt(part)));
    return descending;
  }

  /** The map of that name, whose prefix tells what is in it; a new one if there is none. */
  @SuppressWarnings("unchecked")
  <K, V> MVMap<K, V> map(String name) {
    DataType<K> keys = null;
    DataType<V> values = null;
    if (name.startsWith(DATA)) {
      values = (DataType<V>) new DocumentType();
    } else if (name.startsWith(INDEX)) {
      keys = (DataType<K>) new KeyType(new BitSet());
    } else if (name.startsWith(SORTED)) {
      keys = (DataType<K>) new KeyType(descending(name));
    }
    if (onDisk) {
      JournaledMap.Builder<K, V> builder = new JournaledMap.Builder<>(changes);
      builder.setKeyType(keys);
      builder.setValueType(values);
      return store.openMap(name, builder);
    }
    return store.openMap(name, new MVMap.Builder<K, V>().keyType(keys).valueType(values));
  }

  /** The documents of a collection. */
  MVMap<Object, StoredDocument> documents(String collection) {
    return map(DATA + collection);
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

  /** In bytes; 0 in memory. */
  long size() {
    return onDisk ? store.getFileStore().size() : 0;
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
    if (!onDisk) {
      store.commit();
    } else if (!closed && (reshaped || journal.size() > 0 || !changes.isEmpty())) {
      commit();
    }
  }

  /** Gives some of the space that nothing needs any more back to the disk. */
  synchronized void tidy() {
    if (closed || !onDisk) {
      return;
    }
    FileStore<?> file = store.getFileStore();
    if (isWorthIt(file.size() * file.getFillRate() / 100, file.getChunksFillRate())) {
      changes.ignoring(true);
      try {
        store.compact(LEAST_IN_USE, MOVED_BYTES);
      } finally {
        changes.ignoring(false);
      }
      commit();
    }
    if (isWorthIt(file.size(), file.getFillRate())) {
      ((RandomAccessStore) file).compactMoveChunks(LEAST_IN_USE, MOVED_BYTES, store);
    }
  }

  private static boolean isWorthIt(long bytes, int inUse) {
    return inUse < LEAST_IN_USE && bytes * (100 - inUse) / 100 > LEAST_TO_GIVE_BACK;
  }

  @Override
  public synchronized void close() {
    try {
      settle();
    } finally {
      closed = true;
      if (onDisk) {
        journal.close();
      }
      store.close(TIDY_MILLIS);
    }
  }

  private void keep() {
    if (!onDisk) {
      return;
    }
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
