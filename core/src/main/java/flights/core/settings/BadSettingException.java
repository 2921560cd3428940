package flights.core.settings;

/** An environment variable holds something that cannot be used; the message names it. */
public final class BadSettingException extends IllegalArgumentException {

  private static final int MOST_SHOWN = 200;

  BadSettingException(String name, String text, String expected) {
    super(name + "=" + shown(text) + " is not " + expected);
  }

  /** An address may carry a user and a password; and the message is to be one line. */
  private static String shown(String text) {
    if (text.contains("@")) {
      return "...";
    }
    String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    return line.length() > MOST_SHOWN ? line.substring(0, MOST_SHOWN) + "..." : line;
  }
}
