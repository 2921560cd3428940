package flights.flight.spark.delay;

import flights.flight.DelayBucket;
import java.util.Arrays;

/**
 * How the arrival delay of one flight is spread: as the lines expect it, each interval made
 * likelier or less likely by the trees.
 *
 * @param row what the lines were asked with
 * @param centre minutes
 * @param distance minutes; the unit of the spread around the centre
 * @param factors by how much each interval is likelier than the lines say
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record DelayDistribution(
    double[] row, double centre, double distance, Spread spread, double[] factors) {

  /** As the lines expect it. */
  static DelayDistribution ofLines(double[] row, double centre, double distance, Spread spread) {
    double[] factors = new double[Interval.COUNT];
    Arrays.fill(factors, 1);
    return new DelayDistribution(row, centre, distance, spread, factors);
  }

  /** The same, as the lines alone expect it. */
  DelayDistribution ofLines() {
    return ofLines(row, centre, distance, spread);
  }

  /**
   * With each interval likelier by so much; all together remain certain.
   *
   * @param logarithms of how much
   */
  DelayDistribution with(double[] logarithms) {
    double[] weights = new double[Interval.COUNT];
    double sum = 0;
    double[] expected = intervals();
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.exp(logarithms[i]);
      sum += weights[i] * expected[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return new DelayDistribution(row, centre, distance, spread, weights);
  }

  /** The probability of each interval. */
  double[] intervals() {
    double[] probabilities = new double[Interval.COUNT];
    double before = 0;
    for (int i = 0; i < probabilities.length; i++) {
      double below = below(Interval.end(i));
      probabilities[i] = factors[i] * Math.max(0, below - before);
      before = below;
    }
    return probabilities;
  }

  double[] probabilities() {
    double[] probabilities = new double[DelayBucket.values().length];
    double[] intervals = intervals();
    for (int i = 0; i < intervals.length; i++) {
      probabilities[Interval.bucket(i)] += intervals[i];
    }
    return probabilities;
  }

  /** How likely the delay is so many minutes or more. */
  double reaches(int minutes) {
    double above = 0;
    double before = 0;
    double limit = minutes - Interval.HALF_MINUTE;
    for (int i = 0; i < Interval.COUNT; i++) {
      double below = below(Interval.end(i));
      double from = Math.max(before, below(Math.min(limit, Interval.end(i))));
      above += factors[i] * Math.max(0, below - from);
      before = below;
    }
    return Math.min(1, above);
  }

  private double below(double minutes) {
    return spread.below((minutes - centre) / distance);
  }

  double expected() {
    return centre + distance * (spread.mean() + moved());
  }

  double quantile(double probability) {
    double below = 0;
    double linesBelow = 0;
    for (int i = 0; ; i++) {
      double lines = below(Interval.end(i));
      double width = factors[i] * Math.max(0, lines - linesBelow);
      if (below + width >= probability || i == Interval.COUNT - 1) {
        double level = linesBelow + (probability - below) / Math.max(factors[i], 1e-12);
        return centre + distance * spread.quantile(Math.min(level, lines));
      }
      below += width;
      linesBelow = lines;
    }
  }

  /** The mean of each interval by the lines, in minutes. */
  double[] means() {
    double[] sums = new double[Interval.COUNT];
    double[] counts = new double[Interval.COUNT];
    for (double quantile : spread.quantiles()) {
      double value = centre + distance * quantile;
      int interval = Interval.of(value);
      sums[interval] += value;
      counts[interval]++;
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] = counts[i] == 0 ? Interval.nearest(i, centre) : sums[i] / counts[i];
    }
    return sums;
  }

  /** How far the factors move the mean, in distances. */
  private double moved() {
    double moved = 0;
    double[] quantiles = spread.quantiles();
    for (double quantile : quantiles) {
      moved += (factors[Interval.of(centre + distance * quantile)] - 1) * quantile;
    }
    return moved / quantiles.length;
  }
}
