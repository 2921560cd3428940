package flights.core.card;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How well a model does on rows that it has not seen. What its task does not have is empty.
 *
 * @param metrics by the keys of {@link CardMetric}
 * @param reliability of classes: ten bins of equal width of the confidence, the probability of the
 *     predicted class; a bin holds its lower bound, the last one also 1
 * @param confusion of classes: rows by true class, then by predicted class
 * @param errors of a number: up to ten bins of the predicted number, each with about as many rows
 * @param quantiles of a number, from low to high
 * @param groups by column, its values with the most rows, the most first
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Evaluation(
    long rows,
    Map<String, Double> metrics,
    List<ReliabilityBin> reliability,
    List<List<Long>> confusion,
    List<ClassScore> classes,
    List<ErrorBin> errors,
    List<QuantileScore> quantiles,
    Map<String, List<GroupScore>> groups) {

  public Evaluation {
    metrics = NoNulls.map(metrics);
    reliability = NoNulls.list(reliability);
    confusion = NoNulls.list(confusion);
    classes = NoNulls.list(classes);
    errors = NoNulls.list(errors);
    quantiles = NoNulls.list(quantiles);
    groups = NoNulls.map(groups);
  }

  /** The same with another's quantiles, and with how many true numbers lie between them. */
  Evaluation ranged(Evaluation range) {
    Map<String, Double> more = new LinkedHashMap<>(metrics);
    range.metrics.forEach(
        (key, value) -> {
          if (CardMetric.isCoverage(key)) {
            more.put(key, value);
          }
        });
    return new Evaluation(
        rows, more, reliability, confusion, classes, errors, range.quantiles, groups);
  }
}
