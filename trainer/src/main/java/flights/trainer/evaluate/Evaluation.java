package flights.trainer.evaluate;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How well a model does on rows that it has not seen. Figures are rounded to nine decimals, so that
 * the order in which rows were added does not show.
 *
 * @param weightedF1 the mean of the classes' F1, each with the weight of its rows
 * @param logLoss in nats, the mean of -ln(p) with p the probability of the true class, taken as
 *     1e-15 where it is less; nothing is normalised
 * @param brier the mean over rows of the sum over classes of (probability - truth)², from 0 to 2
 * @param ece expected calibration error: the mean over bins, weighted by rows, of |share that was
 *     right - mean confidence|
 * @param reliability ten bins of equal width of the confidence, the probability of the predicted
 *     class; a bin holds its lower bound, the last one also 1
 * @param confusion rows by true class, then by predicted class
 * @param minutes null for a model that says no minutes
 * @param groups by column, its values with the most rows, the most first
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Evaluation(
    long rows,
    double accuracy,
    double weightedF1,
    double logLoss,
    double brier,
    double ece,
    List<ReliabilityBin> reliability,
    List<List<Long>> confusion,
    List<ClassScore> classes,
    MinutesScore minutes,
    Map<String, List<GroupScore>> groups) {

  /** The headline figures under the names by which the registry knows them. */
  public Map<String, Double> toMetrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("accuracy", accuracy);
    metrics.put("weighted_f1", weightedF1);
    metrics.put("log_loss", logLoss);
    metrics.put("brier", brier);
    metrics.put("ece", ece);
    if (minutes != null) {
      metrics.putAll(minutes.toMetrics());
    }
    return metrics;
  }
}
