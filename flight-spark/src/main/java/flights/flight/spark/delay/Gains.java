package flights.flight.spark.delay;

/** Bounds of what is learnt from: above or below, a flight tells of its day and not of itself. */
final class Gains {

  private static final double LEAST_GAIN = -40;
  private static final double MOST_GAIN = 20;
  private static final double EARLIEST = -30;
  private static final double LATEST = 180;

  private Gains() {}

  static double usual(double gain) {
    return Math.max(LEAST_GAIN, Math.min(MOST_GAIN, gain));
  }

  static double usualDelay(double delay) {
    return Math.max(EARLIEST, Math.min(LATEST, delay));
  }
}
