package flights.core.card;

import java.util.Locale;

/** Numbers of any size as people read them: 45,232 and 3.214 and 0.01234. */
public final class SignificantDigits {

  private static final int USUAL = 4;
  private static final int MOST_DECIMALS = 9;

  private SignificantDigits() {}

  public static String text(double value) {
    return text(value, USUAL);
  }

  /** All digits before the point, and after it as many as make up the number of digits. */
  static String text(double value, int digits) {
    double size = Math.abs(value);
    int before = size == 0 ? 1 : (int) Math.floor(Math.log10(size)) + 1;
    int decimals = Math.max(0, Math.min(MOST_DECIMALS, digits - before));
    return String.format(Locale.US, "%,." + decimals + "f", value);
  }
}
