package flights.trainer.evaluate;

import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Compares scored rows with the truth, in one pass over them. */
public final class Evaluator {

  private static final int TOP_GROUPS = 20;

  private final EvaluatedColumns columns;
  private final List<String> classNames;

  /**
   * An evaluator of such rows.
   *
   * @param classNames what the classes 0, 1, ... mean, in words
   */
  public Evaluator(EvaluatedColumns columns, List<String> classNames) {
    this.columns = columns;
    this.classNames = List.copyOf(classNames);
  }

  /**
   * Throws {@link EvaluationException} when there are no rows, or when some lack a label or a
   * prediction, or when probabilities do not add up to 1. Rows without true minutes are left out of
   * the figures on minutes only.
   */
  public Evaluation evaluate(Dataset<Row> scored) {
    Tallies all = tally(scored);
    long rows = all.whole().confusion().rows();
    if (rows + all.unusable() == 0) {
      throw new EvaluationException("there are no rows to evaluate the model on");
    }
    if (all.unusable() > 0) {
      throw new EvaluationException(
          "%,d of %,d rows cannot be evaluated: %s, %s or %s is missing or is not of %d classes"
              .formatted(
                  all.unusable(),
                  rows + all.unusable(),
                  columns.label(),
                  columns.prediction(),
                  columns.probabilities(),
                  classNames.size()));
    }
    return evaluation(all);
  }

  private Tallies tally(Dataset<Row> scored) {
    int classes = classNames.size();
    int groups = columns.groups().size();
    Said said = Said.in(columns);
    FlatMapFunction<Iterator<Row>, Tallies> tally =
        rows -> List.of(new Tallies(classes, groups, said).addAll(rows)).iterator();
    // Merged here in the order of the partitions: sums do not depend on which task ends first.
    return RowReader.select(scored, columns).javaRDD().mapPartitions(tally).collect().stream()
        .reduce(new Tallies(classes, groups, said), Tallies::merge);
  }

  private Evaluation evaluation(Tallies all) {
    Tally whole = all.whole();
    return new Evaluation(
        whole.confusion().rows(),
        whole.confusion().accuracy(),
        whole.confusion().weightedF1(),
        whole.logLoss(),
        whole.brier(),
        whole.bins().error(),
        whole.bins().table(),
        whole.confusion().table(),
        whole.confusion().scores(classNames),
        whole.minutes().score(),
        groups(all));
  }

  private Map<String, List<GroupScore>> groups(Tallies all) {
    Map<String, List<GroupScore>> groups = new LinkedHashMap<>();
    for (int i = 0; i < columns.groups().size(); i++) {
      groups.put(columns.groups().get(i), top(all.groups().get(i)));
    }
    return groups;
  }

  private static List<GroupScore> top(Map<String, Tally> group) {
    return group.entrySet().stream()
        .map(e -> score(e.getKey(), e.getValue()))
        .sorted(
            Comparator.comparingLong(GroupScore::rows).reversed().thenComparing(GroupScore::value))
        .limit(TOP_GROUPS)
        .toList();
  }

  private static GroupScore score(String value, Tally tally) {
    return new GroupScore(
        value,
        tally.confusion().rows(),
        tally.confusion().accuracy(),
        tally.confusion().weightedF1(),
        tally.logLoss(),
        tally.brier(),
        tally.bins().error(),
        tally.minutes().mae(),
        tally.minutes().coverage());
  }
}
