package flights.trainer.evaluate;

import flights.core.card.CardTrial;
import flights.core.card.QuantileField;
import flights.core.card.Task;
import flights.model.domain.Baseline;
import flights.model.domain.Domains;
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
 * What a model is measured against. Rows have what the domain whose baseline it is demands. Rows
 * that are not cached are read more than once, and that counts as fit.
 */
public final class Baselines {

  /** Needs rows that are held back by time. */
  public static final String LAST = "last";

  private final List<Compared> baselines;
  private final EvaluatedColumns columns;
  private final List<String> classNames;

  /**
   * A baseline.
   *
   * @param columns that it adds to rows
   */
  private record Compared(Baseline baseline, EvaluatedColumns columns) {

    static Compared ofClasses(Baseline baseline) {
      return new Compared(
          baseline,
          EvaluatedColumns.of(
              Baseline.LABEL, Baseline.PREDICTION, Baseline.PROBABILITIES, List.of()));
    }

    static Compared ofNumber(Baseline baseline) {
      return new Compared(
          baseline,
          EvaluatedColumns.ofNumber(
              Task.REGRESSION, Baseline.LABEL, Baseline.PREDICTION, List.of(), List.of()));
    }
  }

  /**
   * Baselines that say the same for the same rows and seed.
   *
   * @param columns of the model
   * @param wanted some of {@link #names}, and columns of the rows
   * @param classNames what the classes 0, 1, ... mean, in words; empty for numbers
   * @param time the column by which rows are held back; null for another way
   */
  public Baselines(
      EvaluatedColumns columns,
      Collection<BaselineChoice> wanted,
      List<String> classNames,
      String time,
      long seed) {
    Map<String, Supplier<Compared>> known = known(columns, classNames.size(), time, seed);
    this.baselines =
        wanted.stream()
            .map(choice -> compared(choice, known, columns.task(), classNames.size()))
            .toList();
    this.columns = columns;
    this.classNames = List.copyOf(classNames);
  }

  /** The names of all that there are for a task, from weak to strong. */
  public static Set<String> names(Task task) {
    EvaluatedColumns none =
        new EvaluatedColumns(task, "", null, null, null, null, List.of(), null, List.of());
    return known(none, 1, null, 0).keySet();
  }

  /** Fits each to the training rows and evaluates it on the test rows. */
  public List<CardTrial> run(Dataset<Row> training, Dataset<Row> test) {
    return baselines.stream()
        .map(baseline -> run(baseline, labelled(training), labelled(test)))
        .toList();
  }

  private static Compared compared(
      BaselineChoice choice, Map<String, Supplier<Compared>> known, Task task, int classes) {
    if (choice.column() == null) {
      return known.get(choice.name()).get();
    }
    return task == Task.CLASSIFICATION
        ? Compared.ofClasses(new ColumnClass(choice.name(), choice.column(), classes))
        : Compared.ofNumber(new ColumnNumber(choice.name(), choice.column()));
  }

  private CardTrial run(Compared compared, Dataset<Row> training, Dataset<Row> test) {
    MeasuredFit<UnaryOperator<Dataset<Row>>> fitted =
        MeasuredFit.of(() -> compared.baseline().fit(training));
    Dataset<Row> scored = fitted.value().apply(test);
    return new CardTrial(
        compared.baseline().name(),
        fitted.cost(),
        Evaluator.of(compared.columns(), classNames).evaluate(scored));
  }

  private Dataset<Row> labelled(Dataset<Row> rows) {
    return rows.withColumn(Baseline.LABEL, EvaluatedRows.column(columns.label()));
  }

  private static Map<String, Supplier<Compared>> known(
      EvaluatedColumns columns, int classes, String time, long seed) {
    Map<String, Supplier<Compared>> known = new LinkedHashMap<>();
    switch (columns.task()) {
      case CLASSIFICATION -> {
        known.put("majority", () -> Compared.ofClasses(new MajorityClass(classes)));
        Domains.found()
            .baselines()
            .forEach(
                (name, its) -> known.put(name, () -> Compared.ofClasses(its.make(classes, seed))));
      }
      case REGRESSION -> {
        known.put("mean", () -> Compared.ofNumber(ConstantNumber.mean()));
        known.put(LAST, () -> Compared.ofNumber(ConstantNumber.last(time)));
      }
      case QUANTILE -> {
        List<Double> levels = columns.quantiles().stream().map(QuantileField::level).toList();
        ConstantQuantiles quantiles = new ConstantQuantiles(levels);
        known.put("quantiles", () -> new Compared(quantiles, quantiles.columns()));
      }
    }
    return known;
  }
}
