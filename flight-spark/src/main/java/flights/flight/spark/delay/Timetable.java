package flights.flight.spark.delay;

/**
 * When a flight usually leaves and arrives.
 *
 * @param departureHour local, 0 to 23
 * @param arrivalHour local, 0 to 23
 * @param duration scheduled, in minutes
 */
record Timetable(int departureHour, int arrivalHour, double duration) {

  private static final int DAY = 24 * 60;

  static Timetable of(double departureMinute, double arrivalMinute, double duration) {
    return new Timetable(hour(departureMinute), hour(arrivalMinute), duration);
  }

  static int hour(double minute) {
    return Math.floorMod((int) Math.round(minute), DAY) / 60;
  }

  /** Minutes since midnight of a clock time such as 1305; NaN stays NaN. */
  static double minute(double clock) {
    return Math.floor(clock / 100) * 60 + clock % 100;
  }
}
