package flights.trainer.pipeline;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import flights.trainer.evaluate.EvaluatedColumns;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The columns that the evaluation looks at, and what it compares.
 *
 * @param minutes the number that was predicted beside the class; null when there is none
 * @param groups columns by whose values the figures are told too
 * @param baselines what the model is measured against, by name
 * @param without columns that may be missing in a request, by a name for them in words: the model
 *     is also evaluated without them
 * @param decideBy the metric in which a new version must be better than the champion
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record EvaluateSpec(
    String prediction,
    String probabilities,
    String minutes,
    String expected,
    String p10,
    String p50,
    String p90,
    List<String> groups,
    List<String> baselines,
    Map<String, List<String>> without,
    String decideBy) {

  private static final String LOG_LOSS = "log_loss";

  public EvaluateSpec {
    groups = groups == null ? List.of() : List.copyOf(groups);
    baselines = baselines == null ? List.of() : List.copyOf(baselines);
    without = without == null ? Map.of() : Collections.unmodifiableMap(without);
    decideBy = decideBy == null ? LOG_LOSS : decideBy;
  }

  public EvaluatedColumns columns(String label) {
    return new EvaluatedColumns(
        label, prediction, probabilities, minutes, expected, p10, p50, p90, groups);
  }
}
