package flights.core.card;

/**
 * How near a predicted quantile comes.
 *
 * @param level from 0 to 1
 * @param pinball the mean over rows of max(q (y - x), (q - 1) (y - x)) at q = level
 * @param under the share of true numbers that are not over the predicted one; the level is right
 */
public record QuantileScore(double level, double pinball, double under) {

  /** P10 for 0.1. */
  public String name() {
    return new QuantileField(level, null).name();
  }
}
