package flights.model.command;

/** Nothing has gone wrong, but what was asked about is not good enough. */
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public RefusedException(String message) {
    super(message);
  }
}
