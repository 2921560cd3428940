package flights.flight.spark.delay;

/** Adds flights to a history. */
record HistoryWriter(History history) {

  private static final double LEAST_GAIN = -40;

  /** Above it a flight is held up by the day, which says little of the flight. */
  private static final double MOST_GAIN = 20;

  private static final double EARLIEST = -30;
  private static final double LATEST = 180;

  static double usualGain(double gain) {
    return Math.max(LEAST_GAIN, Math.min(MOST_GAIN, gain));
  }

  static double usualDelay(double delay) {
    return Math.max(EARLIEST, Math.min(LATEST, delay));
  }

  /**
   * @param expected what history said of the flight before it flew
   */
  void add(ArrivedFlight flown, Background expected, Season season) {
    Codes codes = flown.codes();
    long[] groups = {
      Keys.ALL, Keys.carrier(codes), Keys.route(codes), Keys.carrierRoute(codes), Keys.flight(codes)
    };
    for (long group : groups) {
      addResult(group, flown, expected, season, 0);
      addTimetable(group, flown, season);
    }
    addHours(flown, expected, season);
  }

  private void addHours(ArrivedFlight flown, Background expected, Season season) {
    double usual = expected.get(HistoryFeature.CARRIER_ROUTE_GAIN);
    if (!Double.isNaN(flown.departureMinute())) {
      int hour = Timetable.hour(flown.departureMinute());
      addResult(Keys.originHour(flown.codes(), hour), flown, expected, season, usual);
    }
    if (!Double.isNaN(flown.arrivalMinute())) {
      int hour = Timetable.hour(flown.arrivalMinute());
      addResult(Keys.destHour(flown.codes(), hour), flown, expected, season, usual);
    }
  }

  private void addResult(
      long key, ArrivedFlight flown, Background expected, Season season, double usual) {
    if (flown.departed()) {
      double gain = usualGain(flown.gain()) - season.gain();
      history.add(key, HistorySum.FLIGHTS, 1);
      history.add(key, HistorySum.GAIN, gain - usual);
      history.add(
          key, HistorySum.SPREAD, Math.abs(gain - expected.get(HistoryFeature.FLIGHT_GAIN)));
      history.add(
          key,
          HistorySum.DEPARTURE_DELAY,
          usualDelay(flown.departureDelay()) - season.departureDelay());
    }
  }

  private void addTimetable(long key, ArrivedFlight flown, Season season) {
    if (!Double.isNaN(flown.departureMinute()) && !Double.isNaN(flown.arrivalMinute())) {
      history.add(key, HistorySum.SCHEDULED_FLIGHTS, 1);
      history.add(key, HistorySum.DEPARTURE_MINUTE, flown.departureMinute());
      history.add(key, HistorySum.ARRIVAL_MINUTE, flown.arrivalMinute());
    }
    if (!Double.isNaN(flown.duration())) {
      history.add(key, HistorySum.SCHEDULED_DURATIONS, 1);
      history.add(key, HistorySum.DURATION, flown.duration());
      if (flown.departed()) {
        history.add(key, HistorySum.TIMED_FLIGHTS, 1);
        history.add(
            key, HistorySum.ELAPSED, flown.duration() + usualGain(flown.gain()) - season.gain());
      }
    }
  }
}
