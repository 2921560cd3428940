package flights.flight.spark.delay;

/**
 * The timetable's times of a flight, as far as they are told: NaN is not told.
 *
 * @param departureMinute since local midnight
 * @param arrivalMinute since local midnight
 * @param duration in minutes
 */
record Schedule(double departureMinute, double arrivalMinute, double duration) {

  static final Schedule UNKNOWN = new Schedule(Double.NaN, Double.NaN, Double.NaN);

  boolean known() {
    return !Double.isNaN(departureMinute + arrivalMinute + duration);
  }
}
