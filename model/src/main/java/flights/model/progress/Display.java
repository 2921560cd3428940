package flights.model.progress;

import java.io.PrintStream;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a progress is shown while a stage runs. */
interface Display {

  /** How often {@link #running} wants to be called. */
  Duration every();

  void running(Snapshot now);

  /** Takes away what is no more true. */
  void close();

  /** A line of the log now and then. */
  static Display log() {
    return new Display() {
      private static final Logger LOG = LoggerFactory.getLogger(Progress.class);

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
  static Display terminal(int width) {
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
