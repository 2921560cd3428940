package flights.bench.load;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A steady rate, kept whatever becomes of what is sent: who would have waited in a stall is counted
 * with all that the wait would have been.
 *
 * @param rate a second
 * @param warmup seconds that are not measured
 * @param seconds that are
 */
public record Pace(int rate, int warmup, int seconds) {

  /** Does something at its time. */
  public interface Step {

    /**
     * Returns soon, or puts off what comes after.
     *
     * @param dueNanos when it should be done, by {@link System#nanoTime}
     * @param measured whether it counts
     */
    void at(long dueNanos, boolean measured);
  }

  public static Pace of(int rate, Duration warmup, Duration measured) {
    return new Pace(rate, (int) warmup.toSeconds(), (int) measured.toSeconds());
  }

  public long measured() {
    return (long) rate * seconds;
  }

  public long all() {
    return (long) rate * warmup + measured();
  }

  /** Returns when the last step is done. */
  public void keep(Step step) {
    long start = System.nanoTime();
    long warming = (long) rate * warmup;
    long all = all();
    for (long i = 0; i < all; i++) {
      long due = start + i * TimeUnit.SECONDS.toNanos(1) / rate;
      for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
        LockSupport.parkNanos(early);
      }
      step.at(due, i >= warming);
    }
  }
}
