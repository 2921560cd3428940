package flights.predictor;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.DataStreamWriter;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.Trigger;

/** Rows leave in batches, by Spark's own connectors. */
record MicroBatchSink(OutletConfig config, Trigger trigger) implements StreamSink {

  @Override
  public DataStreamWriter<Row> attach(DataStreamWriter<Row> stream) {
    return stream
        .outputMode(OutputMode.Append())
        .trigger(trigger)
        .foreachBatch(new BatchWriter(config));
  }
}
