package flights.core.flow;

import java.time.Duration;
import java.time.Instant;

/**
 * Pauses before something is tried again, each twice as long as the one before, up to a bound. It
 * only counts: whoever uses it waits, in its own way.
 */
public final class Backoff {

  private final Duration first;
  private final Duration longest;
  private Duration next;
  private Instant over = Instant.MIN;

  public Backoff(Duration first, Duration longest) {
    this.first = first;
    this.longest = longest;
    this.next = first;
  }

  /** Begins a pause and returns its length. */
  public Duration begin() {
    Duration length = next;
    over = Instant.now().plus(length);
    Duration twice = length.multipliedBy(2);
    next = twice.compareTo(longest) > 0 ? longest : twice;
    return length;
  }

  /** Whether the pause that was begun last is over. */
  public boolean isOver() {
    return Instant.now().isAfter(over);
  }

  /** The next pause is a short one again. */
  public void reset() {
    next = first;
  }
}
