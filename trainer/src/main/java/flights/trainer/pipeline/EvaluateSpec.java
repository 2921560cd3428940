package flights.trainer.pipeline;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import flights.core.card.QuantileField;
import flights.core.card.Task;
import flights.trainer.evaluate.BaselineChoice;
import flights.trainer.evaluate.EvaluatedColumns;
import flights.trainer.evaluate.PredictedEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The columns that the evaluation looks at, and what it compares.
 *
 * @param prediction the predicted class, or number
 * @param probabilities of the classes
 * @param number the true number beside the class; null when there is none
 * @param expected what the model says for that number
 * @param p10 the predicted tenth percentile of the number, and so on; short for {@code quantiles}
 * @param quantiles columns of predicted quantiles, by level from 0 to 1
 * @param unit of the number, in words; null for none
 * @param event whether the number reaches a limit; null for none
 * @param groups columns by whose values the figures are told too
 * @param baselines what the model is measured against, by name or by a column of the rows
 * @param strongBaselines those that take longer: measured only when all are asked for
 * @param without columns that may be missing in a request, by a name for them in words: the model
 *     is also evaluated without them
 * @param decideBy the metric in which a new version must be better than the champion; null for the
 *     usual one of the task
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record EvaluateSpec(
    String prediction,
    String probabilities,
    @JsonAlias("minutes") String number,
    String expected,
    String p10,
    String p50,
    String p90,
    Map<String, String> quantiles,
    String unit,
    PredictedEvent event,
    List<String> groups,
    List<BaselineChoice> baselines,
    List<BaselineChoice> strongBaselines,
    Map<String, List<String>> without,
    String decideBy) {

  public EvaluateSpec {
    quantiles = quantiles == null ? Map.of() : Collections.unmodifiableMap(quantiles);
    groups = groups == null ? List.of() : List.copyOf(groups);
    baselines = baselines == null ? List.of() : List.copyOf(baselines);
    strongBaselines = strongBaselines == null ? List.of() : List.copyOf(strongBaselines);
    without = without == null ? Map.of() : Collections.unmodifiableMap(without);
  }

  /** The weak and the strong. */
  public List<BaselineChoice> allBaselines() {
    return Stream.concat(baselines.stream(), strongBaselines.stream()).toList();
  }

  /** From low to high; throws NumberFormatException when a level is no number. */
  List<QuantileField> allQuantiles() {
    List<QuantileField> all = new ArrayList<>();
    quantiles.forEach(
        (level, column) -> all.add(new QuantileField(Double.parseDouble(level), column)));
    add(0.1, p10, all);
    add(0.5, p50, all);
    add(0.9, p90, all);
    all.sort(Comparator.comparingDouble(QuantileField::level));
    return all;
  }

  EvaluatedColumns columns(Task task, String label) {
    return task == Task.CLASSIFICATION
        ? new EvaluatedColumns(
            task, label, prediction, probabilities, number, expected, allQuantiles(), event, groups)
        : EvaluatedColumns.ofNumber(task, label, prediction, allQuantiles(), groups);
  }

  private static void add(double level, String column, List<QuantileField> all) {
    if (column != null) {
      all.add(new QuantileField(level, column));
    }
  }
}
