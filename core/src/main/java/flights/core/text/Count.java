package flights.core.text;

import java.util.Locale;

/** How many there are of something, as people write it. */
public final class Count {

  private Count() {}

  /** 1 flight, 2 flights, 1,234 flights. */
  public static String of(long number, String thing) {
    return String.format(Locale.US, "%,d %s", number, number == 1 ? thing : thing + "s");
  }
}
