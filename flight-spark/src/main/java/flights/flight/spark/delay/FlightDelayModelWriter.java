package flights.flight.spark.delay;

import flights.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.util.DefaultParamsWriter$;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Saves a model: Spark ML's metadata, the history as Parquet, all else as JSON in another. */
final class FlightDelayModelWriter extends MLWriter {

  static final String HISTORY = "history";
  static final String REST = "forecaster";

  private static final StructType HISTORY_TYPE =
      new StructType()
          .add("key", DataTypes.LongType)
          .add("sums", DataTypes.createArrayType(DataTypes.DoubleType, false));

  private static final StructType REST_TYPE = new StructType().add("json", DataTypes.StringType);

  private final FlightDelayModel model;
  private final Forecaster forecaster;

  FlightDelayModelWriter(FlightDelayModel model, Forecaster forecaster) {
    this.model = model;
    this.forecaster = forecaster;
  }

  @Override
  public void saveImpl(String path) {
    DefaultParamsWriter$.MODULE$.saveMetadata(model, path, sparkSession());
    List<Row> history = new ArrayList<>();
    forecaster.history().forEach((sums, key) -> history.add(RowFactory.create(key, sums)));
    save(history, HISTORY_TYPE, new Path(path, HISTORY));
    String json = Json.write(SavedForecaster.of(forecaster));
    save(List.of(RowFactory.create(json)), REST_TYPE, new Path(path, REST));
  }

  private void save(List<Row> rows, StructType type, Path path) {
    sparkSession().createDataFrame(rows, type).coalesce(1).write().parquet(path.toString());
  }
}
