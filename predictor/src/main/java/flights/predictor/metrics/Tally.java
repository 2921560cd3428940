package flights.predictor.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** Counts what passes through this process, which may be the driver or any executor. */
public final class Tally {

  private static final Tally HERE = new Tally();

  private long requests;
  private long rejected;
  private long[] latencies = new long[64];
  private int stored;

  private Tally() {}

  public static Tally here() {
    return HERE;
  }

  public synchronized void came(long count) {
    requests += count;
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
  synchronized Counted take(String executor) {
    Counted counted = new Counted(executor, requests, rejected, Arrays.copyOf(latencies, stored));
    requests = 0;
    rejected = 0;
    stored = 0;
    return counted;
  }

  /** Takes again what could not be told; it is told the next time. */
  synchronized void putBack(Counted counted) {
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
