package flights.flight.spark.delay;

/** The words of the reasons. */
final class Wording {

  static final String RISK = "now and then a flight is held up for long";
  static final String REST = "all else";
  static final String NOT_DEPARTED = "the departure delay is not known yet: the range is wider";

  static final String TIMES_BY_DISTANCE =
      "scheduled times are not given: estimated from the distance";

  private static final String[] DAYS = {
    "Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays"
  };

  private Wording() {}

  static String departure(double delay) {
    long minutes = Math.round(Math.abs(delay));
    if (minutes == 0) {
      return "left on time";
    }
    return "left " + minutes + " min " + (delay < 0 ? "early" : "late");
  }

  static String average(double minutes) {
    return "an average flight " + (minutes < 0 ? "makes up" : "loses") + " time on the way";
  }

  static String beforeDeparture(double minutes) {
    return "an average flight arrives " + (minutes < 0 ? "early" : "late");
  }

  static String unknownAirport(String airport) {
    return "unknown airport " + airport + ": answered from the distance";
  }

  /** The times in whole five minutes: they are a mean over some weeks. */
  static String usualTimes(Flight flight, Timetable timetable) {
    return "scheduled times are not given: taken from %s in the past, about %s to %s"
        .formatted(
            flight.name(), clock(timetable.departureMinute()), clock(timetable.arrivalMinute()));
  }

  static String timesOfRoute(Flight flight) {
    return "scheduled times are not given: estimated from other flights on " + flight.route();
  }

  private static String clock(double minute) {
    int rounded = Math.floorMod(5 * Math.round(minute / 5), 24 * 60);
    return "%02d:%02d".formatted(rounded / 60, rounded % 60);
  }

  /**
   * What a part of the forecast says.
   *
   * @param known whether the flight's number has a past
   */
  static String of(Part part, Flight flight, boolean known, boolean better) {
    String than = better ? " usually does better than most" : " usually does worse than most";
    return switch (part) {
      case LATENESS ->
          better
              ? "flights that leave like this make up more time than most"
              : "flights that leave like this make up less time than most";
      case FLIGHT -> (known ? flight.name() : "its timetable") + than;
      case ROUTE -> flight.carrier() + " on " + flight.route() + than;
      case ORIGIN -> flight.origin() + " at the hour of departure" + than;
      case DEST -> flight.dest() + " at the hour of arrival" + than;
      case DISTANCE -> "a flight of this length" + than;
      case WEEKDAY ->
          "traffic on " + day(flight.day().ofWeek()) + (better ? " is light" : " is heavy");
      case SEASON ->
          better
              ? "at this time of the year delays are shorter than usual"
              : "at this time of the year delays are longer than usual";
    };
  }

  private static String day(int dayOfWeek) {
    return dayOfWeek >= 1 && dayOfWeek <= DAYS.length ? DAYS[dayOfWeek - 1] : "this day";
  }
}
