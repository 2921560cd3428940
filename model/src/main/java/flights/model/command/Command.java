package flights.model.command;

import com.mongodb.MongoException;
import flights.core.check.Check;
import flights.core.command.CommandLines;
import flights.core.process.ChildProcess;
import flights.core.settings.Settings;
import flights.core.store.Store;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.SparkException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what a command line asks for, and makes one line of what goes wrong. */
public final class Command {

  private static final Logger LOG = LoggerFactory.getLogger(Command.class);
  private static final int BAD_USAGE = 2;
  private static final int REFUSED = 3;

  /** What a command does; the store answers when it begins. */
  public interface Action<T> {
    void run(Settings settings, T asked, Store store) throws Exception;
  }

  /** What a command does that needs no store. */
  public interface LoneAction<T> {
    void run(Settings settings, T asked) throws Exception;
  }

  private Command() {}

  /** Ends the process with an exit code that is not 0 when something goes wrong. */
  public static <T> void run(Class<T> command, String[] words, Action<T> action) {
    runAlone(command, words, withStore(action));
  }

  /**
   * As {@link #run}, for a command with others below it: the action gets the one that is chosen.
   */
  public static void runChosen(Class<?> command, String[] words, Action<Object> action) {
    start(() -> CommandLines.parse(command, List.of(words)), withStore(action));
  }

  /** As {@link #run}, without a store. */
  public static <T> void runAlone(Class<T> command, String[] words, LoneAction<T> action) {
    start(() -> CommandLines.read(command, words), action);
  }

  private static <T> LoneAction<T> withStore(Action<T> action) {
    return (settings, asked) -> {
      try (Store store = Store.open(settings)) {
        Check check = store.check();
        if (!check.up()) {
          throw new IllegalStateException(check.detail());
        }
        action.run(settings, asked, store);
      }
    };
  }

  private static <T> void start(Supplier<T> reading, LoneAction<T> action) {
    try {
      Settings settings = Settings.fromEnvironment();
      ChildProcess.begin(settings);
      action.run(settings, reading.get());
    } catch (IllegalArgumentException e) {
      stop(e, BAD_USAGE);
    } catch (RefusedException e) {
      stop(e, REFUSED);
    } catch (Exception e) {
      stop(e, 1);
    }
  }

  private static void stop(Exception e, int code) {
    System.err.println("flights: " + line(e));
    LOG.debug("because of", e);
    System.exit(code);
  }

  /** What all the others wrap. */
  public static Throwable root(Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root;
  }

  /** Spark wraps what happens in a task in a report of many lines; the cause is what helps. */
  public static String line(Throwable fault) {
    Throwable cause = fault;
    while (cause instanceof SparkException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof MongoException) {
      return "the store has broken off: " + cause.getMessage().lines().findFirst().orElse("");
    }
    return cause.getMessage() == null
        ? cause.getClass().getSimpleName()
        : cause.getMessage().lines().findFirst().orElse(cause.getClass().getSimpleName());
  }
}
