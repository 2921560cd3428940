package flights.predictor.metrics;

import java.io.Serializable;

/**
 * What has passed through one process since it told the last time.
 *
 * @param model whose requests these are
 * @param executor which process of the Spark application; {@code driver} on one machine
 * @param latencies of the predictions that were stored, in milliseconds
 */
@SuppressWarnings("ArrayRecordComponent") // it only travels
public record CountedRequests(
    String model, String executor, long requests, long rejected, long[] latencies)
    implements Serializable {

  public boolean isNothing() {
    return requests == 0 && rejected == 0 && latencies.length == 0;
  }
}
