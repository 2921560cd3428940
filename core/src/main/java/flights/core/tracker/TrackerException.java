package flights.core.tracker;

/** The tracker does not answer, or refuses; the message says which, without any secret. */
final class TrackerException extends RuntimeException {

  private final boolean away;

  private TrackerException(String message, boolean away) {
    super(message);
    this.away = away;
  }

  /** It does not answer, so that nothing else needs to be tried now. */
  static TrackerException away(String message) {
    return new TrackerException(message, true);
  }

  static TrackerException refused(String message) {
    return new TrackerException(message, false);
  }

  boolean isAway() {
    return away;
  }
}
