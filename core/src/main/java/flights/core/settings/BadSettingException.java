package flights.core.settings;

/** An environment variable holds something that cannot be used; the message names it. */
public final class BadSettingException extends IllegalArgumentException {

  BadSettingException(String message) {
    super(oneLine(message));
  }

  /** What a variable holds may be of many lines. */
  private static String oneLine(String message) {
    return message.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
  }
}
