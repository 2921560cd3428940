package flights.model.domain;

import java.util.stream.DoubleStream;

/** Counts of classes made into probabilities. */
public final class Shares {

  private Shares() {}

  public static double[] of(double[] counts) {
    double all = DoubleStream.of(counts).sum();
    return DoubleStream.of(counts).map(count -> count / all).toArray();
  }

  /** The lowest of the likeliest classes. */
  public static int likeliest(double[] shares) {
    int likeliest = 0;
    for (int k = 1; k < shares.length; k++) {
      likeliest = shares[k] > shares[likeliest] ? k : likeliest;
    }
    return likeliest;
  }
}
