package flights.flight.spark.delay;

/**
 * What a request says of a flight.
 *
 * @param carrier null when not told, as are {@code number}, {@code origin} and {@code dest}
 * @param miles NaN when not known
 * @param departureDelay minutes; NaN when it has not left yet
 */
record Flight(
    String carrier,
    String number,
    String origin,
    String dest,
    double miles,
    Day day,
    double departureDelay,
    Schedule schedule) {

  boolean departed() {
    return !Double.isNaN(departureDelay);
  }

  String route() {
    return origin + "-" + dest;
  }

  /** For example {@code AA 1}, or {@code AA} when no number is told. */
  String name() {
    return number == null ? String.valueOf(carrier) : carrier + " " + number;
  }
}
