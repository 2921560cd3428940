package flights.trainer.evaluate;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How near a predicted number and its percentiles come. A figure is null when the model says
 * nothing that it could be made of.
 *
 * @param rows that have a true number
 * @param mae mean absolute error of the expected number
 * @param pinballP10 mean over rows of max(q (y - x), (q - 1) (y - x)) at q = 0.1
 * @param coverage the share of true numbers from p10 to p90, both included; 0.8 is right
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record MinutesScore(
    long rows,
    Double mae,
    @JsonProperty("pinball_p10") Double pinballP10,
    @JsonProperty("pinball_p50") Double pinballP50,
    @JsonProperty("pinball_p90") Double pinballP90,
    @JsonProperty("coverage_p10_p90") Double coverage) {

  /** The part of true numbers that should be from p10 to p90. */
  public static final double RIGHT_COVERAGE = 0.8;

  Map<String, Double> toMetrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("mae", mae);
    metrics.put("pinball_p10", pinballP10);
    metrics.put("pinball_p50", pinballP50);
    metrics.put("pinball_p90", pinballP90);
    metrics.put("coverage_p10_p90", coverage);
    metrics.values().removeIf(value -> value == null);
    return metrics;
  }
}
