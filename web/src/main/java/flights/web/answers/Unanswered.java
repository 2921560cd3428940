package flights.web.answers;

import flights.core.contract.RequestId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * What can be said of a request that has no answer.
 *
 * @param madeAt when its id was made; null for an id that was not made by this service
 */
public record Unanswered(String id, State state, Instant madeAt) {

  /** What a predictor that is being started may take. */
  private static final Duration SOON = Duration.ofMinutes(5);

  /** The clocks of several web servers differ a little. */
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

  /** How likely it is that an answer comes. */
  public enum State {
    WAITING,
    OVERDUE,
    UNKNOWN
  }

  public static Unanswered of(String id, Clock clock) {
    Instant now = clock.instant();
    return RequestId.madeAt(id)
        .filter(at -> at.isBefore(now.plus(CLOCKS_DIFFER)))
        .map(
            at ->
                new Unanswered(id, at.plus(SOON).isAfter(now) ? State.WAITING : State.OVERDUE, at))
        .orElse(new Unanswered(id, State.UNKNOWN, null));
  }

  public boolean isKnown() {
    return state != State.UNKNOWN;
  }

  /** Seconds until a page looks again. */
  public int lookAgain() {
    return state == State.WAITING ? 1 : 30;
  }
}
