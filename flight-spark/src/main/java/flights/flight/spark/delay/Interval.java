package flights.flight.spark.delay;

import flights.flight.DelayBucket;

/** Intervals of arrival delays that the trees tell apart; each lies within one bucket. */
final class Interval {

  /** In minutes; a bucket ends where an interval ends. */
  private static final double[] ENDS = {-15, 0, 15, 30, 60};

  static final int COUNT = ENDS.length + 1;

  /** Delays are told in whole minutes, so that an interval ends halfway between two of them. */
  static final double HALF_MINUTE = 0.5;

  private Interval() {}

  /** The end of an interval, or infinity for the last. */
  static double end(int interval) {
    return interval < ENDS.length ? ENDS[interval] - HALF_MINUTE : Double.POSITIVE_INFINITY;
  }

  static int of(double delay) {
    int interval = 0;
    while (delay >= end(interval)) {
      interval++;
    }
    return interval;
  }

  /** The point of an interval that lies nearest to a value. */
  static double nearest(int interval, double value) {
    double start = interval == 0 ? Double.NEGATIVE_INFINITY : end(interval - 1);
    return Math.max(start, Math.min(end(interval), value));
  }

  /** The bucket that an interval is a part of. */
  static int bucket(int interval) {
    return interval < ENDS.length
        ? DelayBucket.of(ENDS[interval] - 1).index()
        : DelayBucket.values().length - 1;
  }
}
