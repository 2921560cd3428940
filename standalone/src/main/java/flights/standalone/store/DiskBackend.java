package flights.standalone.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Documents in a file. A command that changes something is answered when a kill cannot undo it. */
public final class DiskBackend extends AbstractMongoBackend {

  private static final Logger LOG = LoggerFactory.getLogger(DiskBackend.class);

  private static final Set<String> CHANGES_NOTHING =
      Set.of(
          "find",
          "count",
          "distinct",
          "getMore",
          "listCollections",
          "listIndexes",
          "endSessions",
          "ping",
          "hello",
          "isMaster",
          "ismaster");

  /** An aggregation is a change when it has one of these. */
  private static final List<String> STAGES_THAT_WRITE = List.of("$out", "$merge");

  private final DiskFile file;
  private final ScheduledExecutorService settling =
      Executors.newSingleThreadScheduledExecutor(DiskBackend::daemon);

  public DiskBackend(Path path) {
    file = new DiskFile(path);
    file.names().stream()
        .filter(map -> map.startsWith(DiskFile.DATA))
        .map(map -> map.split("\\.")[1])
        .distinct()
        .forEach(this::resolveDatabase);
    settling.scheduleWithFixedDelay(this::settle, 1, 1, TimeUnit.SECONDS);
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    return new DiskDatabase(name, file, getCursorRegistry());
  }

  @Override
  public Document handleCommand(Channel channel, String database, String command, Document query) {
    Document wanted = Replies.wanting(command, query);
    Document answer =
        mayChange(command, query)
            ? file.change(() -> super.handleCommand(channel, database, command, wanted))
            : super.handleCommand(channel, database, command, wanted);
    return Replies.inBatches(answer, getCursorRegistry());
  }

  @Override
  public void close() {
    settling.shutdown();
    super.close();
    file.close();
  }

  private static boolean mayChange(String command, Document query) {
    return command.equals("aggregate")
        ? query.get("pipeline") instanceof List<?> stages
            && stages.stream().anyMatch(DiskBackend::writes)
        : !CHANGES_NOTHING.contains(command);
  }

  private static boolean writes(Object stage) {
    return stage instanceof Document fields
        && STAGES_THAT_WRITE.stream().anyMatch(fields::containsKey);
  }

  private void settle() {
    try {
      file.settle();
    } catch (RuntimeException e) {
      LOG.error("The store cannot be written: {}", e.getMessage());
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "store-settling");
    thread.setDaemon(true);
    return thread;
  }
}
