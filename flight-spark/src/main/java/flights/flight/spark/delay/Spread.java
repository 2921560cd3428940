package flights.flight.spark.delay;

import java.io.Serializable;
import java.util.Arrays;

/**
 * How far results lie from what was expected, measured in expected distances: quantiles at even
 * levels, their tails falling off exponentially.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Spread(double mean, double[] quantiles) implements Serializable {

  private static final int LEVELS = 101;
  private static final int TAIL = 5;

  /** Nothing is said to be less likely. */
  private static final double LEAST = 1e-6;

  static Spread of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] quantiles = new double[LEVELS];
    for (int level = 0; level < LEVELS; level++) {
      quantiles[level] = sorted[(int) ((level + 0.5) / LEVELS * sorted.length)];
    }
    return new Spread(Arrays.stream(values).average().orElse(0), quantiles);
  }

  /** The probability that a result lies below the value. */
  double below(double value) {
    int last = LEVELS - 1;
    if (value <= quantiles[0]) {
      return level(0) * Math.exp((value - quantiles[0]) / tail(quantiles[TAIL] - quantiles[0]));
    }
    if (value >= quantiles[last]) {
      double width = tail(quantiles[last] - quantiles[last - TAIL]);
      return 1 - level(0) * Math.exp((quantiles[last] - value) / width);
    }
    int at = Arrays.binarySearch(quantiles, value);
    int above = at < 0 ? -at - 1 : at + 1;
    double step = quantiles[above] - quantiles[above - 1];
    return level(above - 1) + (step > 0 ? (value - quantiles[above - 1]) / step : 0) / LEVELS;
  }

  /** The value that a result lies below with the given probability. */
  double quantile(double probability) {
    int last = LEVELS - 1;
    if (probability < level(0)) {
      double width = tail(quantiles[TAIL] - quantiles[0]);
      return quantiles[0] + width * Math.log(Math.max(probability, LEAST) / level(0));
    }
    if (probability > level(last)) {
      double width = tail(quantiles[last] - quantiles[last - TAIL]);
      return quantiles[last] - width * Math.log(Math.max(1 - probability, LEAST) / level(0));
    }
    double position = probability * LEVELS - 0.5;
    int at = Math.max(0, Math.min(LEVELS - 2, (int) position));
    return quantiles[at] + (position - at) * (quantiles[at + 1] - quantiles[at]);
  }

  private static double level(int index) {
    return (index + 0.5) / LEVELS;
  }

  private static double tail(double width) {
    return Math.max(width, 1e-3);
  }
}
