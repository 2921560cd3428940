package flights.flight.spark.delay;

/** One number that history tells of a flight, and the part of the flight that it speaks of. */
enum HistoryFeature {
  CARRIER_GAIN(Part.ROUTE),
  ROUTE_GAIN(Part.ROUTE),
  CARRIER_ROUTE_GAIN(Part.ROUTE),
  FLIGHT_GAIN(Part.FLIGHT),
  TIMETABLE_GAIN(Part.FLIGHT),
  FLIGHT_SPREAD(Part.FLIGHT),
  FLIGHT_DEPARTURE(Part.FLIGHT),
  ORIGIN_GAIN(Part.ORIGIN),
  ORIGIN_SPREAD(Part.ORIGIN),
  ORIGIN_DEPARTURE(Part.ORIGIN),
  DEST_GAIN(Part.DEST),
  DEST_SPREAD(Part.DEST),
  DEST_DEPARTURE(Part.DEST),
  DURATION(Part.DISTANCE),
  MILES(Part.DISTANCE),

  /** Near 1 for a flight that history hardly knows, near 0 for one that it knows well. */
  NOVELTY(Part.FLIGHT);

  static final int COUNT = values().length;

  private final Part part;

  HistoryFeature(Part part) {
    this.part = part;
  }

  Part part() {
    return part;
  }

  /** Its place among the columns of a regression; saved models rely on the order. */
  @SuppressWarnings("EnumOrdinal")
  int index() {
    return ordinal();
  }
}
