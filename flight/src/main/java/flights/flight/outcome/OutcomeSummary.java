package flights.flight.outcome;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How right the predictions of a model version were, by what really happened.
 *
 * @param all of its predictions whose flights have landed
 * @param told those of them that knew the departure delay; null when there are none
 * @param baseline how right the departure delay as it was would have been, on the same
 * @param first date of a flight
 * @param last date of a flight
 */
public record OutcomeSummary(
    @JsonProperty("_id") String version,
    Score all,
    Score told,
    Score baseline,
    LocalDate first,
    LocalDate last,
    Instant at) {

  /**
   * Figures.
   *
   * @param hitRate how many of the flights came in the bucket that was said, from 0 to 1
   * @param mae minutes that the expected delay was off, on average; null when none was said
   * @param within how many of the flights came between P10 and P90, from 0 to 1; null as above
   * @param logLoss null when no probabilities were said
   */
  public record Score(long flights, double hitRate, Double mae, Double within, Double logLoss) {}
}
