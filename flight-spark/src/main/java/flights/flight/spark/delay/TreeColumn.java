package flights.flight.spark.delay;

/** What the trees know of a flight beside what history says, and the part that it speaks of. */
enum TreeColumn {
  CARRIER(Part.ROUTE),
  NUMBER(Part.FLIGHT),
  ORIGIN(Part.ORIGIN),
  DEST(Part.DEST),
  DAY_OF_WEEK(Part.WEEKDAY),
  DAY_OF_YEAR(Part.SEASON),
  DEPARTURE_MINUTE(Part.ORIGIN),
  ARRIVAL_MINUTE(Part.DEST),
  DEPARTURE_DELAY(Part.LATENESS);

  /** Columns, the {@link HistoryFeature}s among them. */
  static final int COUNT = HistoryFeature.COUNT + values().length;

  private final Part part;

  TreeColumn(Part part) {
    this.part = part;
  }

  Part part() {
    return part;
  }

  /** The part that a column speaks of, by its place. */
  static Part part(int index) {
    return index < HistoryFeature.COUNT
        ? HistoryFeature.values()[index].part()
        : values()[index - HistoryFeature.COUNT].part();
  }

  /** Its place after those of {@link HistoryFeature}; saved models rely on the order. */
  @SuppressWarnings("EnumOrdinal")
  int index() {
    return HistoryFeature.COUNT + ordinal();
  }

  /**
   * The row of one flight.
   *
   * @param inSeason whether what is known of the season of its day holds for it
   */
  static float[] row(
      Codes codes, Background background, Day day, boolean inSeason, double departureDelay) {
    float[] row = new float[COUNT];
    for (int j = 0; j < HistoryFeature.COUNT; j++) {
      row[j] = (float) background.values()[j];
    }
    row[CARRIER.index()] = codes.carrier();
    row[NUMBER.index()] = codes.number();
    row[ORIGIN.index()] = codes.origin();
    row[DEST.index()] = codes.dest();
    row[DAY_OF_WEEK.index()] = day.ofWeek();
    row[DAY_OF_YEAR.index()] = inSeason ? day.ofYear() : Float.NaN;
    row[DEPARTURE_MINUTE.index()] = (float) background.timetable().departureMinute();
    row[ARRIVAL_MINUTE.index()] = (float) background.timetable().arrivalMinute();
    row[DEPARTURE_DELAY.index()] = (float) departureDelay;
    return row;
  }
}
