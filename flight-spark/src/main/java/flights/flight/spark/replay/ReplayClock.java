package flights.flight.spark.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A clock of its own speed, which can be changed, and that can be paused and stopped. */
final class ReplayClock {

  static final double FASTEST = 100_000;

  private final LongSupplier nanos;
  private Instant reached;
  private long since;
  private double speed;
  private boolean paused;
  private boolean stopped;

  /**
   * Begins to run.
   *
   * @param speed so many times as quick as a usual clock; 0 for a clock that waits for nothing
   * @param nanos a usual clock
   */
  ReplayClock(Instant begin, double speed, LongSupplier nanos) {
    this.reached = begin;
    this.speed = speed;
    this.nanos = nanos;
    this.since = nanos.getAsLong();
  }

  /** Returns when it is so late here; false when the clock is stopped instead. */
  synchronized boolean await(Instant time) throws InterruptedException {
    while (!stopped && (paused || (speed > 0 && time.isAfter(now())))) {
      if (paused) {
        wait();
      } else {
        double left = Duration.between(now(), time).toNanos() / speed;
        // Not for ever: one that is asked again has lost nothing.
        TimeUnit.NANOSECONDS.timedWait(this, (long) Math.min(left, 1e12) + 1);
      }
    }
    return !stopped;
  }

  synchronized Instant now() {
    return paused || stopped
        ? reached
        : reached.plusNanos((long) ((nanos.getAsLong() - since) * speed));
  }

  synchronized double speed() {
    return speed;
  }

  synchronized boolean paused() {
    return paused;
  }

  /** Between a hundredth and {@link #FASTEST}; without effect when it waits for nothing. */
  synchronized void change(double factor) {
    mark();
    speed = speed == 0 ? 0 : Math.max(0.01, Math.min(FASTEST, speed * factor));
    notifyAll();
  }

  synchronized void pause(boolean pause) {
    mark();
    paused = pause;
    notifyAll();
  }

  synchronized void stop() {
    mark();
    stopped = true;
    notifyAll();
  }

  private void mark() {
    reached = now();
    since = nanos.getAsLong();
  }
}
