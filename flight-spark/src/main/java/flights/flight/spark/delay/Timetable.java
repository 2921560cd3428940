package flights.flight.spark.delay;

/**
 * When a flight leaves and arrives: as it was told, or else as it usually does.
 *
 * @param departureMinute local
 * @param arrivalMinute local
 * @param duration scheduled, in minutes
 * @param source of what the request does not say
 */
record Timetable(double departureMinute, double arrivalMinute, double duration, Source source) {

  /** Where times come from, from sure to rough. */
  enum Source {
    REQUEST,
    FLIGHT,
    ROUTE,
    DISTANCE
  }

  private static final int DAY = 24 * 60;

  int departureHour() {
    return hour(departureMinute);
  }

  int arrivalHour() {
    return hour(arrivalMinute);
  }

  static int hour(double minute) {
    return Math.floorMod((int) Math.round(minute), DAY) / 60;
  }

  /** Minutes since midnight of a clock time such as 1305; NaN stays NaN. */
  static double minute(double clock) {
    return Math.floor(clock / 100) * 60 + clock % 100;
  }
}
