package flights.predictor;

import java.time.Duration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.DataStreamWriter;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.Trigger;

/** Each row leaves by itself, as soon as it is scored. */
record RealTimeSink(OutletConfig config, Duration checkpointInterval) implements StreamSink {

  @Override
  public DataStreamWriter<Row> attach(DataStreamWriter<Row> stream) {
    return stream
        .outputMode(OutputMode.Update())
        .trigger(Trigger.RealTime(checkpointInterval.toMillis()))
        .foreach(new PredictionWriter(config));
  }
}
