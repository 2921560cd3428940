package flights.predictor;

import java.time.Duration;
import java.time.Instant;

/** Pauses before something is tried again, each twice as long as the one before, up to a bound. */
final class Pauses {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private Duration next = FIRST;
  private Instant over = Instant.MIN;

  /** Begins a pause and returns its length. */
  Duration begin() {
    Duration length = next;
    over = Instant.now().plus(length);
    Duration twice = length.multipliedBy(2);
    next = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
    return length;
  }

  boolean isOver() {
    return Instant.now().isAfter(over);
  }

  /** The next pause is a short one again. */
  void reset() {
    next = FIRST;
  }
}
