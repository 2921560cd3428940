package flights.core.flight;

import java.util.List;

/** The four buckets of arrival delay, in minutes; each holds its lower bound, not its upper. */
public enum DelayBucket {
  VERY_EARLY("more than 15 minutes early", -15),
  EARLY("up to 15 minutes early", 0),
  SLIGHTLY_LATE("on time or up to 30 minutes late", 30),
  LATE("30 minutes late or more", Double.POSITIVE_INFINITY);

  private static final List<DelayBucket> BY_INDEX = List.of(values());

  private final String words;
  private final double upperBound;

  DelayBucket(String words, double upperBound) {
    this.words = words;
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
    return words;
  }

  /** Minutes; the next bucket starts here. */
  public double upperBound() {
    return upperBound;
  }
}
