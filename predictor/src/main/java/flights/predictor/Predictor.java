package flights.predictor;

import flights.model.Scoring;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.ForeachWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;

/**
 * The streaming job: requests from a source, scored, to a writer. It goes on where the checkpoint
 * says that it was.
 */
final class Predictor {

  private final Dataset<Row> requests;
  private final ForeachWriter<Row> writer;
  private final String checkpoint;

  Predictor(Dataset<Row> requests, ForeachWriter<Row> writer, String checkpoint) {
    this.requests = requests;
    this.writer = writer;
    this.checkpoint = checkpoint;
  }

  /** Starts the stream in real-time mode. */
  StreamingQuery start(Scoring scoring, Duration checkpointInterval) throws TimeoutException {
    return scoring
        .score(requests)
        .writeStream()
        .queryName(scoring.config().name())
        .outputMode(OutputMode.Update())
        .trigger(Trigger.RealTime(checkpointInterval.toMillis()))
        .option("checkpointLocation", checkpoint)
        .foreach(writer)
        .start();
  }
}
