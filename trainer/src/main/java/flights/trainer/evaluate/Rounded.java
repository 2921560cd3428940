package flights.trainer.evaluate;

/** Figures as they are told: rounded to nine decimals. */
final class Rounded {

  private static final double SCALE = 1e9;

  private Rounded() {}

  static double of(double value) {
    return Math.rint(value * SCALE) / SCALE;
  }

  /** 0 over no rows. */
  static double ratio(double sum, long rows) {
    return rows == 0 ? 0 : of(sum / (double) rows);
  }

  /** 0 over no rows. */
  static double ratio(long part, long rows) {
    return ratio((double) part, rows);
  }
}
