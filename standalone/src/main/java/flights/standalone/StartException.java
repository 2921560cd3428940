package flights.standalone;

/** Something that the user can mend keeps a command from running; one line that says what. */
final class StartException extends RuntimeException {
  StartException(String message) {
    super(message);
  }
}
