package flights.standalone.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs commands that may take long beside those that do not, and with a lower priority. */
final class SlowCommands implements AutoCloseable {

  private static final int AT_ONCE = 32;
  private static final int MOST_IDS = 200;
  private static final Set<String> QUICK =
      Set.of("insert", "hello", "isMaster", "ismaster", "ping", "buildInfo", "endSessions");

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          AT_ONCE,
          AT_ONCE,
          30,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          SlowCommands::thread);

  SlowCommands() {
    threads.allowCoreThreadTimeOut(true);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "store-query");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    return thread;
  }

  void run(Runnable command) {
    threads.execute(command);
  }

  /** Whether a command looks at a few documents only, which it names. */
  static boolean isQuick(Document command) {
    String name = command.keySet().iterator().next();
    return switch (name) {
      case "find" -> namesIds(command.get("filter"));
      case "update" -> all(command.get("updates"));
      case "delete" -> all(command.get("deletes"));
      case "findAndModify", "findandmodify" -> namesIds(command.get("query"));
      default -> QUICK.contains(name);
    };
  }

  private static boolean all(Object changes) {
    return changes instanceof List<?> list
        && list.stream().allMatch(change -> namesIds(((Document) change).get("q")));
  }

  private static boolean namesIds(Object filter) {
    if (!(filter instanceof Document fields) || !fields.containsKey("_id")) {
      return false;
    }
    if (fields.get("_id") instanceof Document operators) {
      return operators.get("$in") instanceof Collection<?> ids && ids.size() <= MOST_IDS;
    }
    return fields.get("_id") != null;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      threads.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
