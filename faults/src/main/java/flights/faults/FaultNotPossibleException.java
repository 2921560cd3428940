package flights.faults;

/** This machine lacks what a fault needs; the message says what. */
final class FaultNotPossibleException extends Exception {

  FaultNotPossibleException(String message) {
    super(message);
  }
}
