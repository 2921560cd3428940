package flights.predictor;

import flights.model.Scoring;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.StreamingQuery;

/**
 * The streaming job: requests from a source, scored, to a sink. It goes on where the checkpoint
 * says that it was.
 */
final class Predictor {

  private final Dataset<Row> requests;
  private final StreamSink sink;
  private final String checkpoint;

  Predictor(Dataset<Row> requests, StreamSink sink, String checkpoint) {
    this.requests = requests;
    this.sink = sink;
    this.checkpoint = checkpoint;
  }

  StreamingQuery start(Scoring scoring) throws TimeoutException {
    return sink.attach(
            scoring
                .score(requests)
                .writeStream()
                .queryName(scoring.config().name())
                .option("checkpointLocation", checkpoint))
        .start();
  }
}
