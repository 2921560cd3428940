package flights.trainer.evaluate;

import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What every flight-delay model is measured against. Rows have Carrier, Origin, Dest, Route,
 * DayOfWeek, DayOfMonth, DayOfYear, DepDelay, Distance and {@code label}, the class; a missing
 * number counts as 0. Rows that are not cached are read more than once, and that counts as fit.
 */
public final class Baselines {

  private final List<Baseline> baselines;
  private final Evaluator evaluator;

  /**
   * Baselines that say the same for the same rows and seed.
   *
   * @param classNames what the classes 0, 1, ... mean, in words
   */
  public Baselines(List<String> classNames, long seed) {
    int classes = classNames.size();
    this.baselines =
        List.of(
            new MajorityClass(classes),
            new DepartureDelayAlone(classes),
            Forest.onDepartureDelay(classes, seed),
            Forest.ofReference(classes, seed));
    this.evaluator =
        new Evaluator(
            EvaluatedColumns.of(
                Baseline.LABEL, Baseline.PREDICTION, Baseline.PROBABILITIES, List.of()),
            classNames);
  }

  /** Fits each to the training rows and evaluates it on the test rows, from weak to strong. */
  public List<Trial> run(Dataset<Row> training, Dataset<Row> test) {
    return baselines.stream().map(baseline -> run(baseline, training, test)).toList();
  }

  private Trial run(Baseline baseline, Dataset<Row> training, Dataset<Row> test) {
    FitCost.Measured<UnaryOperator<Dataset<Row>>> fitted =
        FitCost.measure(() -> baseline.fit(training));
    Dataset<Row> scored = fitted.value().apply(test);
    return new Trial(baseline.name(), fitted.cost(), evaluator.evaluate(scored));
  }
}
