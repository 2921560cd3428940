package flights.trainer.evaluate;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Figures as they are told: rounded to nine decimals, or to ten digits where they are large, so
 * that the order in which rows were added does not show.
 */
final class Rounded {

  private static final double SCALE = 1e9;
  private static final MathContext DIGITS = new MathContext(10);

  private Rounded() {}

  static double of(double value) {
    return Math.abs(value) < 10 || !Double.isFinite(value)
        ? Math.rint(value * SCALE) / SCALE
        : new BigDecimal(value).round(DIGITS).doubleValue();
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
