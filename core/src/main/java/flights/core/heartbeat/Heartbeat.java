package flights.core.heartbeat;

import java.time.Duration;
import java.time.Instant;

/**
 * A sign of life.
 *
 * @param service for example {@code predictor/flight-delay}
 * @param version of the model that is served; null when none is
 * @param trouble null when all is well
 * @param figures what the service has done; null when it does not tell
 */
public record Heartbeat(
    String service, long pid, String version, String trouble, Figures figures, Instant at) {

  public static final Duration PERIOD = Duration.ofSeconds(2);
  private static final Duration SILENCE = PERIOD.multipliedBy(4);

  /** The name of the service that serves a model. */
  public static String predictor(String model) {
    return "predictor/" + model;
  }

  public boolean isFresh(Instant now) {
    return Duration.between(at, now).compareTo(SILENCE) < 0;
  }
}
