package flights.trainer;

/** Nothing has gone wrong, but what was asked about is not good enough. */
final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  RefusedException(String message) {
    super(message);
  }
}
