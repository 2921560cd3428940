package flights.trainer.evaluate;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import flights.model.domain.Baseline;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Says what a column of the rows holds, and the mean of the training rows where it holds nothing.
 *
 * @param title what the column holds, in words
 */
record ColumnNumber(String title, String column) implements Baseline {

  @Override
  public String name() {
    return title + ", else the mean";
  }

  @Override
  public UnaryOperator<Dataset<Row>> fit(Dataset<Row> training) {
    double mean = ConstantNumber.meanOf(training);
    return rows ->
        rows.withColumn(
            PREDICTION, coalesce(EvaluatedRows.column(column).cast("double"), lit(mean)));
  }
}
