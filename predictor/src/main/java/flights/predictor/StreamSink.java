package flights.predictor;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.DataStreamWriter;

/** Where the scored rows of a stream go, and when. */
interface StreamSink {

  DataStreamWriter<Row> attach(DataStreamWriter<Row> stream);
}
