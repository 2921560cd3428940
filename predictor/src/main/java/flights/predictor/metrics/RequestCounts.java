package flights.predictor.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** Counts what passes of one model through this process, the driver or any executor. */
public final class RequestCounts {

  private final String model;
  private long requests;
  private long rejected;
  private long[] latencies = new long[64];
  private int stored;

  public RequestCounts(String model) {
    this.model = model;
  }

  public synchronized void came() {
    requests++;
  }

  /**
   * Counts what is in the store now.
   *
   * @param good whether it was predicted, not rejected
   * @param timestamp when it was asked, in milliseconds since 1970
   */
  public synchronized <T> void left(
      List<T> settled, Predicate<T> good, ToLongFunction<T> timestamp) {
    long now = System.currentTimeMillis();
    for (T one : settled) {
      if (good.test(one)) {
        add(Math.max(0, now - timestamp.applyAsLong(one)));
      } else {
        rejected++;
      }
    }
  }

  /** What was counted since the last time, told as that executor. */
  public synchronized CountedRequests take(String executor) {
    CountedRequests counted =
        new CountedRequests(model, executor, requests, rejected, Arrays.copyOf(latencies, stored));
    requests = 0;
    rejected = 0;
    stored = 0;
    return counted;
  }

  /** Takes again what could not be told; it is told the next time. */
  public synchronized void putBack(CountedRequests counted) {
    requests += counted.requests();
    rejected += counted.rejected();
    for (long latency : counted.latencies()) {
      add(latency);
    }
  }

  private void add(long latency) {
    if (stored == latencies.length) {
      latencies = Arrays.copyOf(latencies, 2 * stored);
    }
    latencies[stored++] = latency;
  }
}
