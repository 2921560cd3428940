package flights.trainer.evaluate;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * Quantiles of numbers, each to one part in a hundred of its size, in bounded memory, and the same
 * whatever the order in which numbers were added: counts in buckets whose bounds grow by a factor.
 */
final class QuantileSketch implements Serializable {

  private static final long serialVersionUID = 1;
  private static final double FACTOR = 1.02;
  private static final double LEAST = 1e-12;

  /** Makes the bucket of the least size 1, so that those of negative numbers can be under 0. */
  private static final int SHIFT = 1 - bucketOfSize(LEAST);

  private final TreeMap<Integer, Long> counts = new TreeMap<>();
  private long count;

  void add(double number) {
    counts.merge(bucket(number), 1L, Long::sum);
    count++;
  }

  void merge(QuantileSketch other) {
    other.counts.forEach((bucket, rows) -> counts.merge(bucket, rows, Long::sum));
    count += other.count;
  }

  /**
   * The number that such a share of the others lies under.
   *
   * @param share from 0 to 1
   */
  double quantile(double share) {
    double rank = share * (double) (count - 1);
    long seen = 0;
    for (Map.Entry<Integer, Long> bucket : counts.entrySet()) {
      seen += bucket.getValue();
      if (seen > rank) {
        return number(bucket.getKey());
      }
    }
    return Double.NaN;
  }

  private static int bucket(double number) {
    double size = Math.abs(number);
    return size < LEAST ? 0 : (int) Math.signum(number) * (bucketOfSize(size) + SHIFT);
  }

  private static int bucketOfSize(double size) {
    return (int) Math.ceil(Math.log(size) / Math.log(FACTOR));
  }

  private static double number(int bucket) {
    if (bucket == 0) {
      return 0;
    }
    double upper = Math.pow(FACTOR, Math.abs(bucket) - SHIFT);
    return Math.signum(bucket) * 2 * upper / (FACTOR + 1);
  }
}
