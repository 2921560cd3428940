package flights.trainer.evaluate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import flights.model.domain.Baseline;
import flights.model.domain.Shares;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Always says the most frequent class, and each class's share as its probability. */
record MajorityClass(int classes) implements Baseline {

  @Override
  public String name() {
    return "majority class";
  }

  @Override
  public UnaryOperator<Dataset<Row>> fit(Dataset<Row> training) {
    double[] counts = new double[classes];
    training
        .groupBy(col(LABEL).cast("int"))
        .count()
        .collectAsList()
        .forEach(row -> counts[row.getInt(0)] = row.getLong(1));
    double[] shares = Shares.of(counts);
    Column probabilities =
        array(Arrays.stream(shares).mapToObj(p -> lit(p)).toArray(Column[]::new));
    return rows ->
        rows.withColumn(PROBABILITIES, probabilities)
            .withColumn(PREDICTION, lit(Shares.likeliest(shares)));
  }
}
