package flights.core.progress;

import java.io.PrintStream;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a progress is shown while a stage runs. */
public interface Display {

  /** How often {@link #running} wants to be called. */
  Duration every();

  void running(Snapshot now);

  /** Takes away what is no more true. */
  void close();

  /** A line of the log tells the rows of a stage that has ended well, and how long it took. */
  default void finished(Snapshot at) {
    LoggerFactory.getLogger(Display.class).info("{}", Wording.finished(at));
  }

  /** On the terminal where there is one, in the log otherwise. */
  static Display onConsole() {
    // The script alone can tell whether it writes to a terminal, and how wide that is.
    int width = Integer.getInteger("flights.terminal.width", 0);
    return width > 0 ? terminal(width) : log();
  }

  /** A line of the log now and then. */
  private static Display log() {
    return new Display() {
      private static final Logger LOG = LoggerFactory.getLogger(Display.class);

      @Override
      public Duration every() {
        return Duration.ofSeconds(10);
      }

      @Override
      public void running(Snapshot now) {
        LOG.info("{}", Wording.running(now));
      }

      @Override
      public void close() {}
    };
  }

  /** A line of the terminal below all that goes to System.out, until it is closed. */
  private static Display terminal(int width) {
    PrintStream out = System.out;
    Screen screen = new Screen(out);
    System.setOut(screen.above());
    return new Display() {
      @Override
      public Duration every() {
        return Duration.ofMillis(200);
      }

      @Override
      public void running(Snapshot now) {
        // The last column stays free, or the terminal would begin another line.
        screen.show(Wording.line(now, width - 1));
      }

      @Override
      public void close() {
        screen.show("");
        System.setOut(out);
      }
    };
  }
}
