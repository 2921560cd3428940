package flights.core.settings;

/** An environment variable holds something that cannot be used; the message names it. */
public final class BadSettingException extends IllegalArgumentException {
  BadSettingException(String message) {
    super(message);
  }
}
