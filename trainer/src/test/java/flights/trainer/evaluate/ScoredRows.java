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

/** Builds small scored data sets. */
final class ScoredRows {

  static final EvaluatedColumns CLASSES =
      EvaluatedColumns.of("label", "prediction", "probabilities", List.of("Carrier"));

  static final EvaluatedColumns NUMBER =
      new EvaluatedColumns(
          Task.CLASSIFICATION,
          "label",
          "prediction",
          "probabilities",
          "ArrDelay",
          "Expected",
          List.of(
              new QuantileField(0.1, "P10"),
              new QuantileField(0.5, "P50"),
              new QuantileField(0.9, "P90")),
          null,
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

  /** Numbers: true, expected, p10, p50, p90. */
  ScoredRows add(
      String carrier, Number label, Integer prediction, double[] probabilities, Double... numbers) {
    Double truth = label == null ? null : label.doubleValue();
    rows.add(
        RowFactory.create(
            carrier,
            truth,
            prediction,
            probabilities,
            numbers[0],
            numbers[1],
            numbers[2],
            numbers[3],
            numbers[4]));
    return this;
  }

  Dataset<Row> dataset() {
    return SparkForTests.session().createDataFrame(rows, SCHEMA);
  }
}
