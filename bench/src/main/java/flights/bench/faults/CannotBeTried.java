package flights.bench.faults;

/** This machine lacks what a fault needs; the message says what. */
final class CannotBeTried extends Exception {

  CannotBeTried(String message) {
    super(message);
  }
}
