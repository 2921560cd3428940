package flights.flight.spark.baseline;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.udf;

import flights.model.domain.Baseline;
import flights.model.domain.Shares;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/** How the flights that left about as late as this one arrived: {@link DelayTable}. */
public record DepartureDelayTable(int classes) implements Baseline {

  @Override
  public String name() {
    return "departure delay, table";
  }

  @Override
  public UnaryOperator<Dataset<Row>> fit(Dataset<Row> training) {
    double[][] counts = new double[DelayTable.MINUTES][classes];
    training
        .groupBy(minute(), col(LABEL).cast("int"))
        .count()
        .collectAsList()
        .forEach(row -> counts[row.getInt(0)][row.getInt(1)] = row.getLong(2));
    double[][] shares = DelayTable.smooth(counts);
    UDF1<Integer, double[]> probabilities = minute -> shares[minute];
    UDF1<Integer, Integer> prediction = minute -> Shares.likeliest(shares[minute]);
    UserDefinedFunction likely =
        udf(probabilities, DataTypes.createArrayType(DataTypes.DoubleType));
    UserDefinedFunction likeliest = udf(prediction, DataTypes.IntegerType);
    return rows ->
        rows.withColumn(PROBABILITIES, likely.apply(minute()))
            .withColumn(PREDICTION, likeliest.apply(minute()));
  }

  private static Column minute() {
    Column minute = round(coalesce(col(Forest.DELAY), lit(0.0))).minus(lit(DelayTable.EARLIEST));
    return least(greatest(minute, lit(0.0)), lit(DelayTable.MINUTES - 1.0)).cast("int");
  }
}
