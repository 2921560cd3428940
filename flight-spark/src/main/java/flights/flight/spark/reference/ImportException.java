package flights.flight.spark.reference;

/** An import could not go on; the message is one line that says why. */
final class ImportException extends RuntimeException {

  ImportException(String message) {
    super(message);
  }
}
