package flights.flight.spark.delay;

import flights.core.json.Json;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads what {@link FlightDelayModelWriter} wrote. */
final class FlightDelayModelReader extends MLReader<FlightDelayModel> {

  @Override
  public FlightDelayModel load(String path) {
    // Whatever class it names: those of before have another name.
    var metadata = DefaultParamsReader.loadMetadata(path, sparkSession(), "");
    History history = new History();
    for (Row row : read(path, FlightDelayModelWriter.HISTORY).collectAsList()) {
      history.put(
          row.getLong(0), row.<Double>getList(1).stream().mapToDouble(sum -> sum).toArray());
    }
    String json = read(path, FlightDelayModelWriter.REST).first().getString(0);
    return new FlightDelayModel(
        metadata.uid(), Json.read(json, SavedForecaster.class).with(history));
  }

  private Dataset<Row> read(String path, String name) {
    return sparkSession().read().parquet(new Path(path, name).toString());
  }
}
