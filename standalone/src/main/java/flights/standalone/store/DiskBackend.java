package flights.standalone.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.nio.file.Path;
import java.util.Set;
import org.h2.mvstore.MVStore;

/** Documents in a file. A command that changes something is answered when the file has it. */
public final class DiskBackend extends H2Backend {

  private static final Set<String> CHANGES_NOTHING =
      Set.of("find", "aggregate", "count", "distinct", "getMore", "ping", "hello", "isMaster");

  /** As H2 counts, by the file; read documents are some seven times as large. */
  private static final int CACHE_MEGABYTES = 16;

  /** How long a query may still read what has been changed since it began. */
  private static final int RETENTION_MILLIS = 10_000;

  /** For which an orderly end may tidy up the file. */
  private static final int TIDY_MILLIS = 1_000;

  public DiskBackend(Path file) {
    super(open(file));
  }

  private static MVStore open(Path file) {
    MVStore store =
        new MVStore.Builder()
            .fileName(file.toString())
            .cacheSize(CACHE_MEGABYTES)
            // What is moved while a long query reads is missing there ("Chunk not found").
            .autoCompactFillRate(0)
            .open();
    store.setRetentionTime(RETENTION_MILLIS);
    return store;
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    return new DiskDatabase(name, getMvStore(), getCursorRegistry());
  }

  @Override
  public Document handleCommand(Channel channel, String database, String command, Document query) {
    Document answer =
        super.handleCommand(channel, database, command, Replies.wanting(command, query));
    if (!CHANGES_NOTHING.contains(command)) {
      commit();
    }
    return Replies.inBatches(answer, getCursorRegistry());
  }

  @Override
  public void close() {
    getMvStore().close(TIDY_MILLIS);
    super.close();
  }
}
