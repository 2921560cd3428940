package flights.predictor;

import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries until it works, with growing pauses; says once that it waits and once that it goes on. */
final class Patience {

  private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;

  private Patience() {}

  /**
   * @param what is away, for the log
   * @param passing the kind of failure that passes; others are thrown
   */
  static <T> T whileItFails(String what, Class<? extends Exception> passing, Callable<T> action)
      throws InterruptedException {
    long pause = FIRST_PAUSE_MILLIS;
    while (true) {
      try {
        T result = action.call();
        if (pause > FIRST_PAUSE_MILLIS) {
          LOG.info("{} is back", what);
        }
        return result;
      } catch (Exception e) {
        giveUpUnless(passing, e);
        if (pause == FIRST_PAUSE_MILLIS) {
          LOG.warn("{} does not work, waiting for it: {}", what, e.getMessage());
        }
        Thread.sleep(pause);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
      }
    }
  }

  private static void giveUpUnless(Class<? extends Exception> passing, Exception failure)
      throws InterruptedException {
    if (failure instanceof InterruptedException || Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (!passing.isInstance(failure)) {
      throw failure instanceof RuntimeException known
          ? known
          : new IllegalStateException(failure.getMessage(), failure);
    }
  }
}
