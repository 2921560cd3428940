package flights.trainer.card;

import java.util.Locale;

/** Numbers as people read them, the same in every country. */
final class Figures {

  private Figures() {}

  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }

  static String wholePercent(double share) {
    return String.format(Locale.ROOT, "%.0f%%", 100 * share);
  }

  /** A dash for null. */
  static String decimals(Double figure, int decimals) {
    return figure == null ? "-" : String.format(Locale.ROOT, "%." + decimals + "f", figure);
  }
}
