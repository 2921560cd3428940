package flights.predictor;

/** The command line asks for what there is not; the message says what there is. */
final class UsageException extends RuntimeException {

  private static final String USAGE =
      "usage: ./flights predict [NAME] [--trigger realtime|micro-batch|available-now]"
          + " [--master URL] [--input PATH --output PATH]";

  UsageException(String message) {
    super(message + "; " + USAGE);
  }
}
