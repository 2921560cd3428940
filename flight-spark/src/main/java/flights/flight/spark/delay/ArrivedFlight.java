package flights.flight.spark.delay;

/**
 * A flight that has arrived.
 *
 * @param day counted from 1970
 * @param miles NaN when not known, as are all the numbers that follow but the arrival's delay
 * @param departureMinute scheduled, since local midnight
 * @param arrivalMinute scheduled, since local midnight
 * @param duration scheduled, in minutes
 */
record ArrivedFlight(
    Codes codes,
    int day,
    int dayOfWeek,
    double miles,
    double departureDelay,
    double arrivalDelay,
    double departureMinute,
    double arrivalMinute,
    double duration) {

  ArrivedFlight with(Codes others) {
    return new ArrivedFlight(
        others,
        day,
        dayOfWeek,
        miles,
        departureDelay,
        arrivalDelay,
        departureMinute,
        arrivalMinute,
        duration);
  }

  Schedule schedule() {
    return new Schedule(departureMinute, arrivalMinute, duration);
  }

  double gain() {
    return arrivalDelay - departureDelay;
  }

  boolean departed() {
    return !Double.isNaN(departureDelay);
  }
}
