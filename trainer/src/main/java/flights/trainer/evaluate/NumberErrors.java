package flights.trainer.evaluate;

import flights.core.card.Evaluation;
import flights.core.card.QuantileField;
import flights.core.card.Task;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How far true numbers lie from predicted ones, in more parts than a card tells. */
public final class NumberErrors {

  private static final int PARTS = 20;
  private static final long ENOUGH = 50;

  private final ErrorBins bins;

  private NumberErrors(ErrorBins bins) {
    this.bins = bins;
  }

  /**
   * The errors of scored rows.
   *
   * @param columns that name a true and a predicted number
   * @throws EvaluationException when there are no rows, or some cannot be evaluated
   */
  public static NumberErrors of(Dataset<Row> scored, EvaluatedColumns columns) {
    double[] edges = ErrorBins.edges(scored, columns.expected(), PARTS, ENOUGH);
    return new NumberErrors(
        new NumberEvaluator(number(columns, List.of())).tally(scored, edges).bins());
  }

  /** One point a part, by the predicted number. */
  public List<ErrorPoint> quantile(double level) {
    return bins.quantile(level);
  }

  /**
   * How many true numbers lie under each of some columns of scored rows, and between them.
   *
   * @param columns that name a true and a predicted number
   * @param quantiles the columns, from low to high
   */
  public static Evaluation coverage(
      Dataset<Row> scored, EvaluatedColumns columns, List<QuantileField> quantiles) {
    return new NumberEvaluator(number(columns, quantiles)).evaluate(scored);
  }

  private static EvaluatedColumns number(EvaluatedColumns columns, List<QuantileField> quantiles) {
    return new EvaluatedColumns(
        Task.REGRESSION,
        columns.label(),
        columns.expected(),
        null,
        columns.number(),
        columns.expected(),
        quantiles,
        null,
        List.of());
  }
}
