package flights.core.heartbeat;

import java.time.Instant;
import java.util.List;

/**
 * What a predictor has done since its process started.
 *
 * @param trigger how it runs: {@code realtime}, {@code micro-batch} or {@code available-now}
 * @param requests that came in
 * @param predictions that were stored
 * @param rejected requests that could not be used
 * @param waiting requests on Kafka that are not answered yet; null when Kafka does not say
 * @param restarts how often it has started again since its first start, by itself or by hand
 * @param latency from a request's timestamp to its prediction in the store
 * @param metrics where Prometheus finds all this; null when nowhere
 * @param since when the process started
 */
public record Figures(
    String trigger,
    long requests,
    long predictions,
    long rejected,
    Long waiting,
    long restarts,
    Latency latency,
    String metrics,
    Instant since) {

  /**
   * A histogram of durations.
   *
   * @param p50Millis of the last minutes, as is p99Millis; both 0 when nothing came
   * @param buckets all durations so far, the shortest bucket first
   */
  public record Latency(double p50Millis, double p99Millis, List<Bucket> buckets) {}

  /**
   * How many durations were at most so long.
   *
   * @param count those of the shorter buckets included
   */
  public record Bucket(double upToMillis, long count) {}
}
