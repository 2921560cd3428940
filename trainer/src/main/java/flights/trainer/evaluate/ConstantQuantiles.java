package flights.trainer.evaluate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import flights.core.card.QuantileField;
import flights.core.card.Task;
import flights.model.domain.Baseline;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Says the quantiles of all rows for every row.
 *
 * @param levels of the quantiles, from low to high
 */
record ConstantQuantiles(List<Double> levels) implements Baseline {

  private static final String COLUMN = "baseline_quantile_";
  private static final double TOLERANCE = 0.0005;

  @Override
  public String name() {
    return "same quantiles for all";
  }

  @Override
  public UnaryOperator<Dataset<Row>> fit(Dataset<Row> training) {
    double[] quantiles =
        training
            .select(col(LABEL).cast("double").as(LABEL))
            .stat()
            .approxQuantile(
                LABEL, levels.stream().mapToDouble(level -> level).toArray(), TOLERANCE);
    return rows -> {
      Dataset<Row> predicted = rows;
      for (int i = 0; i < quantiles.length; i++) {
        predicted = predicted.withColumn(COLUMN + i, lit(quantiles[i]));
      }
      return predicted;
    };
  }

  /** That it adds to rows. */
  EvaluatedColumns columns() {
    List<QuantileField> quantiles =
        IntStream.range(0, levels.size())
            .mapToObj(i -> new QuantileField(levels.get(i), COLUMN + i))
            .toList();
    return EvaluatedColumns.ofNumber(Task.QUANTILE, LABEL, null, quantiles, List.of());
  }
}
