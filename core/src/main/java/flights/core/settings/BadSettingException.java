package flights.core.settings;

/** An environment variable holds something that cannot be used; the message names it. */
public final class BadSettingException extends IllegalArgumentException {
  BadSettingException(String name, String text, String expected) {
    super(name + "=" + withoutSecret(text) + " is not " + expected);
  }

  /** An address may carry a user and a password; and the message is to stay one line. */
  private static String withoutSecret(String text) {
    return text.contains("@") ? "..." : text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
  }
}
