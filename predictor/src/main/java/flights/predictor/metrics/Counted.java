package flights.predictor.metrics;

import java.io.Serializable;

/**
 * What has passed through one process since it told the last time.
 *
 * @param executor which process of the Spark application; {@code driver} on one machine
 * @param latencies of the predictions that were stored, in milliseconds
 */
@SuppressWarnings("ArrayRecordComponent") // it only travels
record Counted(String executor, long requests, long rejected, long[] latencies)
    implements Serializable {

  boolean isNothing() {
    return requests == 0 && rejected == 0 && latencies.length == 0;
  }
}
