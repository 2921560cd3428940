package flights.flight;

import java.util.List;

/** The four buckets of arrival delay, in minutes; each holds its lower bound, not its upper. */
public enum DelayBucket {
  VERY_EARLY(-15),
  EARLY(0),
  SLIGHTLY_LATE(30),
  LATE(Double.POSITIVE_INFINITY);

  private static final List<DelayBucket> BY_INDEX = List.of(values());
  private static final List<String> WORDS = FlightPipeline.labels();

  private final double upperBound;

  DelayBucket(double upperBound) {
    this.upperBound = upperBound;
  }

  public static DelayBucket of(double arrivalDelayMinutes) {
    for (DelayBucket bucket : values()) {
      if (arrivalDelayMinutes < bucket.upperBound) {
        return bucket;
      }
    }
    return LATE;
  }

  /** The bucket that a stored {@code Prediction} of 0 to 3 means. */
  public static DelayBucket of(int index) {
    return BY_INDEX.get(index);
  }

  public int index() {
    return BY_INDEX.indexOf(this);
  }

  public String words() {
    return WORDS.get(index());
  }

  /** Minutes; the next bucket starts here. */
  public double upperBound() {
    return upperBound;
  }
}
