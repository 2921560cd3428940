package flights.trainer.evaluate;

import flights.testing.SparkForTests;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Builds small scored data sets. */
final class ScoredRows {

  static final EvaluatedColumns CLASSES =
      EvaluatedColumns.of("label", "prediction", "probabilities", List.of("Carrier"));

  static final EvaluatedColumns MINUTES =
      new EvaluatedColumns(
          "label",
          "prediction",
          "probabilities",
          "ArrDelay",
          "Expected",
          "P10",
          "P50",
          "P90",
          List.of("Carrier"));

  private static final StructType SCHEMA =
      new StructType()
          .add("Carrier", DataTypes.StringType)
          .add("label", DataTypes.DoubleType)
          .add("prediction", DataTypes.IntegerType)
          .add("probabilities", DataTypes.createArrayType(DataTypes.DoubleType))
          .add("ArrDelay", DataTypes.DoubleType)
          .add("Expected", DataTypes.DoubleType)
          .add("P10", DataTypes.DoubleType)
          .add("P50", DataTypes.DoubleType)
          .add("P90", DataTypes.DoubleType);

  private final List<Row> rows = new ArrayList<>();

  ScoredRows add(String carrier, Number label, Integer prediction, double... probabilities) {
    return add(carrier, label, prediction, probabilities, new Double[5]);
  }

  /** Minutes: true, expected, p10, p50, p90. */
  ScoredRows add(
      String carrier, Number label, Integer prediction, double[] probabilities, Double... minutes) {
    Double truth = label == null ? null : label.doubleValue();
    rows.add(
        RowFactory.create(
            carrier,
            truth,
            prediction,
            probabilities,
            minutes[0],
            minutes[1],
            minutes[2],
            minutes[3],
            minutes[4]));
    return this;
  }

  Dataset<Row> dataset() {
    return SparkForTests.session().createDataFrame(rows, SCHEMA);
  }
}
