package flights.trainer.evaluate;

import flights.core.card.CardMetric;
import flights.core.card.Evaluation;
import flights.core.card.GroupScore;
import flights.core.card.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Compares scored rows with the truth. */
public interface Evaluator {

  /** More groups are not told. */
  int TOP_GROUPS = 20;

  /**
   * Throws {@link EvaluationException} when there are no rows, or when some cannot be evaluated:
   * figures that leave some out would not be honest.
   */
  Evaluation evaluate(Dataset<Row> scored);

  /**
   * The one for the task of these columns.
   *
   * @param classNames what the classes 0, 1, ... mean, in words; empty for numbers
   */
  static Evaluator of(EvaluatedColumns columns, List<String> classNames) {
    return columns.task() == Task.CLASSIFICATION
        ? new ClassEvaluator(columns, classNames)
        : new NumberEvaluator(columns);
  }

  /** The metrics by which a new version can be told to be better, the usual one first. */
  static List<String> deciding(EvaluatedColumns columns, int classes) {
    List<String> keys = new ArrayList<>();
    switch (columns.task()) {
      case CLASSIFICATION -> {
        keys.addAll(List.of("log_loss", "brier", "accuracy", "weighted_f1", "ece"));
        if (classes == 2) {
          keys.addAll(List.of("auc", "pr_auc"));
        }
      }
      case REGRESSION -> keys.addAll(List.of("rmse", "mae", "r2", "mape"));
      case QUANTILE -> {
        keys.add("pinball");
        columns.quantiles().forEach(q -> keys.add(CardMetric.pinball(q.level())));
      }
    }
    return keys;
  }

  /** By column the values with the most rows. */
  static <T extends RowTally<?, T>> Map<String, List<GroupScore>> groups(
      List<String> columns,
      List<? extends Map<String, T>> tallies,
      Function<T, Map<String, Double>> metrics) {
    Map<String, List<GroupScore>> groups = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      List<GroupScore> scores =
          tallies.get(i).entrySet().stream()
              .sorted(
                  Comparator.comparingLong((Map.Entry<String, T> e) -> e.getValue().rows())
                      .reversed()
                      .thenComparing(Map.Entry.comparingByKey()))
              .limit(TOP_GROUPS)
              .map(
                  e -> new GroupScore(e.getKey(), e.getValue().rows(), metrics.apply(e.getValue())))
              .toList();
      groups.put(columns.get(i), scores);
    }
    return groups;
  }
}
