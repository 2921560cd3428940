package flights.flight.spark.delay;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The columns that the model adds. */
final class ForecastColumns {

  private static final StructType REASON =
      new StructType().add("Text", DataTypes.StringType).add("Minutes", DataTypes.DoubleType);

  static final StructType TYPE =
      new StructType()
          .add("prediction", DataTypes.DoubleType)
          .add("probabilities", DataTypes.createArrayType(DataTypes.DoubleType, false))
          .add("expectedArrDelay", DataTypes.DoubleType)
          .add("arrDelayP10", DataTypes.DoubleType)
          .add("arrDelayP50", DataTypes.DoubleType)
          .add("arrDelayP90", DataTypes.DoubleType)
          .add("lateProbability", DataTypes.DoubleType)
          .add("reasons", DataTypes.createArrayType(REASON, false));

  private ForecastColumns() {}

  static StructType appendTo(StructType schema) {
    StructType appended = schema;
    for (StructField field : TYPE.fields()) {
      appended = appended.add(field);
    }
    return appended;
  }

  static Row row(Forecast forecast) {
    return RowFactory.create(
        (double) forecast.bucket(),
        forecast.probabilities(),
        forecast.expected(),
        forecast.p10(),
        forecast.p50(),
        forecast.p90(),
        forecast.late(),
        forecast.reasons().stream()
            .map(reason -> RowFactory.create(reason.text(), reason.minutes()))
            .toArray(Row[]::new));
  }
}
