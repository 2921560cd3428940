package flights.flight.spark.delay;

/** What history sums up of the flights of one key. */
enum HistorySum {
  FLIGHTS(false),
  GAIN(false),
  SQUARED_GAIN(false),
  DEPARTURE_DELAY(false),
  TIMED_FLIGHTS(false),
  ELAPSED(false),
  SCHEDULED_FLIGHTS(true),
  DEPARTURE_MINUTE(true),
  ARRIVAL_MINUTE(true),
  SCHEDULED_DURATIONS(true),
  DURATION(true);

  static final int COUNT = values().length;

  private final boolean schedule;

  HistorySum(boolean schedule) {
    this.schedule = schedule;
  }

  /** Whether it is of the timetable, of which only the latest counts. */
  boolean schedule() {
    return schedule;
  }

  /** Its place among the sums of a key; saved models rely on the order. */
  @SuppressWarnings("EnumOrdinal")
  int index() {
    return ordinal();
  }
}
