package flights.trainer.evaluate;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a model is measured against. All but the majority class are for flights: their rows have
 * Carrier, Origin, Dest, Route, DayOfWeek, DayOfMonth, DayOfYear, DepDelay and Distance; a missing
 * number counts as 0. Rows have {@code label}, the class. Rows that are not cached are read more
 * than once, and that counts as fit.
 */
public final class Baselines {

  private final List<Baseline> baselines;
  private final Evaluator evaluator;

  /**
   * Baselines that say the same for the same rows and seed.
   *
   * @param wanted some of {@link #names}
   * @param classNames what the classes 0, 1, ... mean, in words
   */
  public Baselines(Collection<String> wanted, List<String> classNames, long seed) {
    Map<String, Baseline> known = known(classNames.size(), seed);
    this.baselines = wanted.stream().map(known::get).toList();
    this.evaluator =
        new Evaluator(
            EvaluatedColumns.of(
                Baseline.LABEL, Baseline.PREDICTION, Baseline.PROBABILITIES, List.of()),
            classNames);
  }

  /** The names of all that there are, from weak to strong. */
  public static Set<String> names() {
    return known(1, 0).keySet();
  }

  /** Fits each to the training rows and evaluates it on the test rows. */
  public List<Trial> run(Dataset<Row> training, Dataset<Row> test) {
    return baselines.stream().map(baseline -> run(baseline, training, test)).toList();
  }

  private Trial run(Baseline baseline, Dataset<Row> training, Dataset<Row> test) {
    FitCost.Measured<UnaryOperator<Dataset<Row>>> fitted =
        FitCost.measure(() -> baseline.fit(training));
    Dataset<Row> scored = fitted.value().apply(test);
    return new Trial(baseline.name(), fitted.cost(), evaluator.evaluate(scored));
  }

  private static Map<String, Baseline> known(int classes, long seed) {
    Map<String, Baseline> known = new LinkedHashMap<>();
    known.put("majority", new MajorityClass(classes));
    known.put("departure-delay", new DepartureDelayAlone(classes));
    known.put("departure-delay-forest", Forest.onDepartureDelay(classes, seed));
    known.put("reference-forest", Forest.ofReference(classes, seed));
    return known;
  }
}
