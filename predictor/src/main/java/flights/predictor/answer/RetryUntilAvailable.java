package flights.predictor.answer;

import flights.core.flow.Backoff;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries until it works, with growing pauses; says once that it waits and once that it goes on,
 * however many threads wait.
 */
final class RetryUntilAvailable {

  private static final Logger LOG = LoggerFactory.getLogger(RetryUntilAvailable.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final String what;
  private final AtomicBoolean waiting = new AtomicBoolean();

  /**
   * For one thing.
   *
   * @param what may be away, for the log
   */
  RetryUntilAvailable(String what) {
    this.what = what;
  }

  /**
   * Returns what the action returns at last.
   *
   * @param passing the kind of failure that passes; others are thrown
   */
  <T> T whileItFails(Class<? extends Exception> passing, Callable<T> action)
      throws InterruptedException {
    Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
    while (true) {
      try {
        T result = action.call();
        if (waiting.compareAndSet(true, false)) {
          LOG.info("{} takes predictions again", what);
        }
        return result;
      } catch (Exception e) {
        giveUpUnless(passing, e);
        if (waiting.compareAndSet(false, true)) {
          LOG.warn("{} takes no predictions, they wait: {}", what, reason(e));
        }
        Thread.sleep(backoff.begin().toMillis());
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

  /** A driver's message may go on with all that it knows of its servers. */
  private static String reason(Exception failure) {
    return String.valueOf(failure.getMessage())
        .replaceFirst("(?s)[.:]? Client view of .*|\\R.*", "");
  }
}
