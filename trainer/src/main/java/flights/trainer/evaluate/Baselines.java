package flights.trainer.evaluate;

import flights.model.domain.Baseline;
import flights.model.domain.Domains;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a model is measured against. Rows have {@code label}, the class, and what the domain whose
 * baseline it is demands. Rows that are not cached are read more than once, and that counts as fit.
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
    Map<String, Baseline.Maker> known = known();
    this.baselines =
        wanted.stream().map(name -> known.get(name).make(classNames.size(), seed)).toList();
    this.evaluator =
        new Evaluator(
            EvaluatedColumns.of(
                Baseline.LABEL, Baseline.PREDICTION, Baseline.PROBABILITIES, List.of()),
            classNames);
  }

  /** The names of all that there are, from weak to strong. */
  public static Set<String> names() {
    return known().keySet();
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

  private static Map<String, Baseline.Maker> known() {
    Map<String, Baseline.Maker> known = new LinkedHashMap<>();
    known.put("majority", (classes, seed) -> new MajorityClass(classes));
    known.putAll(Domains.found().baselines());
    return known;
  }
}
