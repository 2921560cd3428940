package flights.core.text;

import java.util.Locale;

/** How large something is, as people write it. */
public final class Bytes {

  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};
  private static final double STEP = 1024;
  private static final double TWO_DIGITS = 9.95;

  private Bytes() {}

  /** 312 B, 4.5 kB, 77 MB, 1.2 GB. */
  public static String of(long bytes) {
    double number = bytes;
    int unit = 0;
    while (number >= STEP - 0.5 && unit < UNITS.length - 1) {
      number /= STEP;
      unit++;
    }
    String format = unit > 0 && number < TWO_DIGITS ? "%.1f %s" : "%.0f %s";
    return String.format(Locale.US, format, number, UNITS[unit]);
  }
}
