package flights.flight.spark.baseline;

import flights.model.domain.Shares;
import java.util.Arrays;

/** Class probabilities by minute of departure delay, from {@link #EARLIEST} on. */
final class DelayTable {

  /** Flights that left still earlier are in the first minute. */
  static final int EARLIEST = -60;

  /** Flights that left still later are in the last minute. */
  static final int MINUTES = 301;

  private static final int REACH = 3;

  private DelayTable() {}

  /**
   * Each minute's class shares, with the {@value #REACH} minutes on either side counted with
   * falling weight and one flight's worth of the classes' overall shares, so that none is 0.
   *
   * @param counts of flights by minute, then by class
   */
  static double[][] smooth(double[][] counts) {
    int classes = counts[0].length;
    double[] overall = new double[classes];
    // One flight more of each class: one that training never saw stays possible.
    Arrays.fill(overall, 1);
    for (double[] minute : counts) {
      addTo(overall, minute, 1);
    }
    double[] prior = Shares.of(overall);
    double[][] shares = new double[counts.length][];
    for (int minute = 0; minute < counts.length; minute++) {
      shares[minute] = Shares.of(around(counts, minute, prior));
    }
    return shares;
  }

  private static double[] around(double[][] counts, int minute, double[] prior) {
    double[] sum = prior.clone();
    int first = Math.max(0, minute - REACH);
    int last = Math.min(counts.length - 1, minute + REACH);
    for (int near = first; near <= last; near++) {
      addTo(sum, counts[near], 1 - Math.abs(near - minute) / (REACH + 1.0));
    }
    return sum;
  }

  private static void addTo(double[] sum, double[] counts, double weight) {
    for (int k = 0; k < sum.length; k++) {
      sum[k] += weight * counts[k];
    }
  }
}
