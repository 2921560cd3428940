package flights.trainer.evaluate;

import flights.core.card.QuantileField;
import flights.core.card.Task;
import flights.testing.SparkForTests;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Builds small data sets of numbers and what was predicted for them. */
final class NumberRows {

  static final List<QuantileField> QUANTILES =
      List.of(new QuantileField(0.05, "low"), new QuantileField(0.95, "high"));
  static final EvaluatedColumns REGRESSION =
      EvaluatedColumns.ofNumber(Task.REGRESSION, "price", "prediction", List.of(), List.of("town"));
  static final EvaluatedColumns QUANTILE =
      EvaluatedColumns.ofNumber(Task.QUANTILE, "price", null, QUANTILES, List.of());

  private static final StructType SCHEMA =
      new StructType()
          .add("town", DataTypes.StringType)
          .add("price", DataTypes.DoubleType)
          .add("prediction", DataTypes.DoubleType)
          .add("low", DataTypes.DoubleType)
          .add("high", DataTypes.DoubleType);

  private final List<Row> rows = new ArrayList<>();

  NumberRows add(String town, Double price, Double prediction) {
    return add(town, price, prediction, null, null);
  }

  NumberRows add(String town, Double price, Double prediction, Double low, Double high) {
    rows.add(RowFactory.create(town, price, prediction, low, high));
    return this;
  }

  Dataset<Row> dataset() {
    return SparkForTests.session().createDataFrame(rows, SCHEMA);
  }
}
