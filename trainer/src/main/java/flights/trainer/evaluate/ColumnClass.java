package flights.trainer.evaluate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import flights.model.domain.Baseline;
import flights.model.domain.Shares;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Predicts the class that a column of the rows holds, and for any other value the most frequent
 * class. Its probabilities are the shares of the classes in the training rows with that value.
 *
 * @param title what the column holds, in words
 */
record ColumnClass(String title, String column, int classes) implements Baseline {

  private static final String HELD = "held class";

  @Override
  public String name() {
    return title + ", else the majority class";
  }

  @Override
  public UnaryOperator<Dataset<Row>> fit(Dataset<Row> training) {
    double[][] counts = new double[classes + 1][classes];
    training
        .select(held().as(HELD), col(LABEL).cast("int").as(LABEL))
        .groupBy(HELD, LABEL)
        .count()
        .collectAsList()
        .forEach(row -> counts[row.getInt(0)][row.getInt(1)] += row.getLong(2));
    double[] all = new double[classes];
    for (double[] some : counts) {
      Arrays.setAll(all, i -> all[i] + some[i]);
    }
    counts[classes] = all;
    double[][] shares =
        Arrays.stream(counts)
            .map(some -> Shares.of(Arrays.stream(some).sum() == 0 ? all : some))
            .toArray(double[][]::new);
    Column majority = lit(Shares.likeliest(shares[classes]));
    return rows ->
        rows.withColumn(PREDICTION, when(held().equalTo(classes), majority).otherwise(held()))
            .withColumn(PROBABILITIES, probabilities(shares));
  }

  /** The number of the class, and the number of classes for a value that is none. */
  private Column held() {
    Column value = EvaluatedRows.column(column).cast("int");
    return when(value.between(0, classes - 1), value).otherwise(lit(classes));
  }

  private Column probabilities(double[][] shares) {
    Column chosen = literal(shares[classes]);
    for (int i = classes - 1; i >= 0; i--) {
      chosen = when(held().equalTo(i), literal(shares[i])).otherwise(chosen);
    }
    return chosen;
  }

  private static Column literal(double[] shares) {
    return array(Arrays.stream(shares).mapToObj(p -> lit(p)).toArray(Column[]::new));
  }
}
