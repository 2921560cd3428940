package flights.trainer.evaluate;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import flights.model.domain.Baseline;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Says the same number for every row. */
record ConstantNumber(String name, ToDoubleFunction<Dataset<Row>> learning) implements Baseline {

  /** The mean of all rows. */
  static ConstantNumber mean() {
    return new ConstantNumber("mean", ConstantNumber::meanOf);
  }

  /**
   * The mean of the latest rows.
   *
   * @param time by which rows are the latest
   */
  static ConstantNumber last(String time) {
    Column at = EvaluatedRows.column(time);
    return new ConstantNumber(
        "last value",
        rows -> meanOf(rows.where(at.equalTo(lit(rows.select(max(at)).first().get(0))))));
  }

  @Override
  public UnaryOperator<Dataset<Row>> fit(Dataset<Row> training) {
    double number = learning.applyAsDouble(training);
    return rows -> rows.withColumn(PREDICTION, lit(number));
  }

  static double meanOf(Dataset<Row> rows) {
    return rows.select(avg(col(LABEL))).first().getDouble(0);
  }
}
