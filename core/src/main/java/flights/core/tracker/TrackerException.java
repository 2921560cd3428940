package flights.core.tracker;

/** The tracker does not answer, or refuses; the message says which, without any secret. */
final class TrackerException extends RuntimeException {
  TrackerException(String message) {
    super(message);
  }
}
