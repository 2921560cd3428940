package flights.workloads.sales;

/** Sales cannot be made of what was given; the message is one line and says what to change. */
public final class SalesException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  SalesException(String message) {
    super(message);
  }
}
