package flights.flight.spark.delay;

import flights.flight.DelayBucket;

/**
 * How the arrival delay of one flight is spread.
 *
 * @param row what it was computed from
 * @param centre minutes
 * @param distance minutes; the unit of the spread around the centre
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record DelayDistribution(double[] row, double centre, double distance, Spread spread) {

  /** Delays are told in whole minutes, so that a bucket ends halfway between two of them. */
  private static final double HALF_MINUTE = 0.5;

  double expected() {
    return centre + distance * spread.mean();
  }

  double quantile(double probability) {
    return centre + distance * spread.quantile(probability);
  }

  double[] probabilities() {
    DelayBucket[] buckets = DelayBucket.values();
    double[] probabilities = new double[buckets.length];
    double before = 0;
    for (DelayBucket bucket : buckets) {
      double below = spread.below((bucket.upperBound() - HALF_MINUTE - centre) / distance);
      probabilities[bucket.index()] = Math.max(0, below - before);
      before = below;
    }
    return probabilities;
  }
}
