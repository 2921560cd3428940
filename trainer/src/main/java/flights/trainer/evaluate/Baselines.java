package flights.trainer.evaluate;

import flights.core.card.CardTrial;
import flights.core.card.QuantileField;
import flights.core.card.Task;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a model is measured against. Some are for flights: their rows have Carrier, Origin, Dest,
 * Route, DayOfWeek, DayOfMonth, DayOfYear, DepDelay and Distance; a missing number counts as 0.
 * Rows that are not cached are read more than once, and that counts as fit.
 */
public final class Baselines {

  /** Needs rows that are held back by time. */
  public static final String LAST = "last";

  private final List<Baseline> baselines;
  private final EvaluatedColumns columns;
  private final List<String> classNames;

  /**
   * Baselines that say the same for the same rows and seed.
   *
   * @param columns of the model
   * @param wanted some of {@link #names}
   * @param classNames what the classes 0, 1, ... mean, in words; empty for numbers
   * @param time the column by which rows are held back; null for another way
   */
  public Baselines(
      EvaluatedColumns columns,
      Collection<String> wanted,
      List<String> classNames,
      String time,
      long seed) {
    Map<String, Supplier<Baseline>> known = known(columns, classNames.size(), time, seed);
    this.baselines = wanted.stream().map(name -> known.get(name).get()).toList();
    this.columns = columns;
    this.classNames = List.copyOf(classNames);
  }

  /** The names of all that there are for a task, from weak to strong. */
  public static Set<String> names(Task task) {
    EvaluatedColumns none =
        new EvaluatedColumns(task, "", null, null, null, null, List.of(), List.of());
    return known(none, 1, null, 0).keySet();
  }

  /** Fits each to the training rows and evaluates it on the test rows. */
  public List<CardTrial> run(Dataset<Row> training, Dataset<Row> test) {
    return baselines.stream()
        .map(baseline -> run(baseline, labelled(training), labelled(test)))
        .toList();
  }

  private CardTrial run(Baseline baseline, Dataset<Row> training, Dataset<Row> test) {
    MeasuredFit<UnaryOperator<Dataset<Row>>> fitted = MeasuredFit.of(() -> baseline.fit(training));
    Dataset<Row> scored = fitted.value().apply(test);
    return new CardTrial(
        baseline.name(),
        fitted.cost(),
        Evaluator.of(baseline.columns(), classNames).evaluate(scored));
  }

  private Dataset<Row> labelled(Dataset<Row> rows) {
    return rows.withColumn(Baseline.LABEL, EvaluatedRows.column(columns.label()));
  }

  private static Map<String, Supplier<Baseline>> known(
      EvaluatedColumns columns, int classes, String time, long seed) {
    Map<String, Supplier<Baseline>> known = new LinkedHashMap<>();
    switch (columns.task()) {
      case CLASSIFICATION -> {
        known.put("majority", () -> new MajorityClass(classes));
        known.put("departure-delay", () -> new DepartureDelayAlone(classes));
        known.put("departure-delay-forest", () -> Forest.onDepartureDelay(classes, seed));
        known.put("reference-forest", () -> Forest.ofReference(classes, seed));
      }
      case REGRESSION -> {
        known.put("mean", ConstantNumber::mean);
        known.put(LAST, () -> ConstantNumber.last(time));
      }
      case QUANTILE -> {
        List<Double> levels = columns.quantiles().stream().map(QuantileField::level).toList();
        known.put("quantiles", () -> new ConstantQuantiles(levels));
      }
    }
    return known;
  }
}
