package flights.flight.spark.delay;

/** What history is kept of: each key is one number, or {@link #NONE} for what was never seen. */
final class Keys {

  static final long NONE = 0;
  static final long ALL = 1;

  /** The most carriers or airports, and flight numbers, that a key has room for. */
  static final int MAX_PLACES = 1 << 12;

  static final int MAX_NUMBERS = 1 << 24;

  private static final int KIND = 60;

  private Keys() {}

  static long carrier(Codes codes) {
    return codes.carrier() == Names.UNKNOWN ? NONE : 1L << KIND | codes.carrier();
  }

  static long route(Codes codes) {
    return routeKnown(codes) ? 2L << KIND | route(codes.origin(), codes.dest()) : NONE;
  }

  static long carrierRoute(Codes codes) {
    return routeKnown(codes) && codes.carrier() != Names.UNKNOWN
        ? 3L << KIND | carrierAndRoute(codes)
        : NONE;
  }

  static long flight(Codes codes) {
    return codes.number() == Names.UNKNOWN || carrierRoute(codes) == NONE
        ? NONE
        : 4L << KIND | (long) codes.number() << 36 | carrierAndRoute(codes);
  }

  static long originHour(Codes codes, int hour) {
    return codes.origin() == Names.UNKNOWN ? NONE : 5L << KIND | codes.origin() << 5 | hour;
  }

  static long destHour(Codes codes, int hour) {
    return codes.dest() == Names.UNKNOWN ? NONE : 6L << KIND | codes.dest() << 5 | hour;
  }

  /** Of all groups that a flight belongs to; hours are those of its timetable. */
  static long[] all(Codes codes, Schedule schedule) {
    return new long[] {
      ALL,
      carrier(codes),
      route(codes),
      carrierRoute(codes),
      flight(codes),
      originHour(codes, schedule),
      destHour(codes, schedule)
    };
  }

  static long originHour(Codes codes, Schedule schedule) {
    double minute = schedule.departureMinute();
    return Double.isNaN(minute) ? NONE : originHour(codes, Timetable.hour(minute));
  }

  static long destHour(Codes codes, Schedule schedule) {
    double minute = schedule.arrivalMinute();
    return Double.isNaN(minute) ? NONE : destHour(codes, Timetable.hour(minute));
  }

  static boolean isOriginHour(long key) {
    return key >>> KIND == 5;
  }

  static boolean isDestHour(long key) {
    return key >>> KIND == 6;
  }

  private static boolean routeKnown(Codes codes) {
    return codes.origin() != Names.UNKNOWN && codes.dest() != Names.UNKNOWN;
  }

  private static long route(int origin, int dest) {
    return (long) origin << 12 | dest;
  }

  private static long carrierAndRoute(Codes codes) {
    return (long) codes.carrier() << 24 | route(codes.origin(), codes.dest());
  }
}
