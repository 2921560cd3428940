package flights.flight.spark.delay;

import java.util.function.DoubleSupplier;

/** Reads off a history what it says of a flight; whatever is not known comes from a wider group. */
record HistoryReader(Sums history, Habits habits) {

  private static final double CARRIER_WEIGHT = 500;
  private static final double GROUP_WEIGHT = 50;
  private static final double MILES_A_MINUTE = 7.5;
  private static final double GROUND_MINUTES = 40;
  private static final double USUAL_MILES = 700;
  private static final double USUAL_VARIANCE = 150;
  private static final double NOON = 12 * 60;

  /** Looks a flight up; what the schedule does not tell comes from the flight's own past. */
  Background of(Codes codes, double miles, Schedule told) {
    Timetable timetable = timetable(codes, miles, told);
    double[] values = new double[HistoryFeature.COUNT];
    gains(codes, timetable, timetable(codes, miles, Schedule.UNKNOWN).duration(), values);
    spreads(codes, timetable, values);
    departures(codes, timetable, values);
    set(values, HistoryFeature.DURATION, timetable.duration());
    set(values, HistoryFeature.MILES, Double.isNaN(miles) ? miles(timetable.duration()) : miles);
    set(
        values,
        HistoryFeature.NOVELTY,
        Math.exp(-history.sum(Keys.flight(codes), HistorySum.FLIGHTS) / 3));
    return new Background(values, timetable);
  }

  private void gains(Codes codes, Timetable timetable, double usual, double[] values) {
    double all = mean(Keys.ALL, HistorySum.GAIN, 0, 1);
    double carrier = mean(Keys.carrier(codes), HistorySum.GAIN, all, CARRIER_WEIGHT);
    double route = mean(Keys.route(codes), HistorySum.GAIN, carrier, GROUP_WEIGHT);
    double both = mean(Keys.carrierRoute(codes), HistorySum.GAIN, route, GROUP_WEIGHT);
    set(values, HistoryFeature.CARRIER_GAIN, carrier);
    set(values, HistoryFeature.ROUTE_GAIN, route);
    set(values, HistoryFeature.CARRIER_ROUTE_GAIN, both);
    set(
        values,
        HistoryFeature.FLIGHT_GAIN,
        mean(Keys.flight(codes), HistorySum.GAIN, both, habits.smoothing()));
    set(
        values,
        HistoryFeature.TIMETABLE_GAIN,
        timetableGain(codes, usual + habits.retiming() * (timetable.duration() - usual), both));
    set(
        values,
        HistoryFeature.ORIGIN_GAIN,
        mean(origin(codes, timetable), HistorySum.GAIN, 0, GROUP_WEIGHT));
    set(
        values,
        HistoryFeature.DEST_GAIN,
        mean(dest(codes, timetable), HistorySum.GAIN, 0, GROUP_WEIGHT));
  }

  /** What the flight gains by the newest timetable, if it takes as long as it always did. */
  private double timetableGain(Codes codes, double duration, double usualGain) {
    double elapsed = duration + usualGain;
    elapsed = elapsed(Keys.route(codes), elapsed, 1);
    elapsed = elapsed(Keys.carrierRoute(codes), elapsed, habits.smoothing());
    elapsed = elapsed(Keys.flight(codes), elapsed, habits.smoothing());
    return elapsed - duration;
  }

  private void spreads(Codes codes, Timetable timetable, double[] values) {
    double all = variance(Keys.ALL, USUAL_VARIANCE, 1);
    double route = variance(Keys.route(codes), all, GROUP_WEIGHT);
    double both = variance(Keys.carrierRoute(codes), route, GROUP_WEIGHT);
    double flight = variance(Keys.flight(codes), both, 2 * habits.smoothing());
    set(values, HistoryFeature.FLIGHT_SPREAD, Math.sqrt(flight));
    set(
        values,
        HistoryFeature.ORIGIN_SPREAD,
        Math.sqrt(variance(origin(codes, timetable), all, GROUP_WEIGHT)));
    set(
        values,
        HistoryFeature.DEST_SPREAD,
        Math.sqrt(variance(dest(codes, timetable), all, GROUP_WEIGHT)));
  }

  private void departures(Codes codes, Timetable timetable, double[] values) {
    HistorySum cell = HistorySum.DEPARTURE_DELAY;
    double all = mean(Keys.ALL, cell, 0, 1);
    double carrier = mean(Keys.carrier(codes), cell, all, CARRIER_WEIGHT);
    double route = mean(Keys.route(codes), cell, carrier, GROUP_WEIGHT);
    double both = mean(Keys.carrierRoute(codes), cell, route, GROUP_WEIGHT);
    double flight = mean(Keys.flight(codes), cell, both, 2 * habits.smoothing());
    set(values, HistoryFeature.FLIGHT_DEPARTURE, flight);
    set(
        values,
        HistoryFeature.ORIGIN_DEPARTURE,
        mean(origin(codes, timetable), cell, all, GROUP_WEIGHT));
    set(
        values,
        HistoryFeature.DEST_DEPARTURE,
        mean(dest(codes, timetable), cell, all, GROUP_WEIGHT));
  }

  private Timetable timetable(Codes codes, double miles, Schedule told) {
    if (told.known()) {
      return new Timetable(
          told.departureMinute(), told.arrivalMinute(), told.duration(), Timetable.Source.REQUEST);
    }

    long[] keys = {Keys.flight(codes), Keys.carrierRoute(codes), Keys.route(codes)};
    double unknown = (Double.isNaN(miles) ? USUAL_MILES : miles) / MILES_A_MINUTE + GROUND_MINUTES;
    double duration =
        given(
            told.duration(),
            () -> first(keys, HistorySum.DURATION, HistorySum.SCHEDULED_DURATIONS, unknown));
    double departure =
        given(
            told.departureMinute(),
            () -> first(keys, HistorySum.DEPARTURE_MINUTE, HistorySum.SCHEDULED_FLIGHTS, NOON));
    double arrival =
        given(
            told.arrivalMinute(),
            () ->
                first(
                    keys,
                    HistorySum.ARRIVAL_MINUTE,
                    HistorySum.SCHEDULED_FLIGHTS,
                    departure + duration));
    return new Timetable(departure, arrival, duration, source(keys));
  }

  private Timetable.Source source(long[] keys) {
    for (long key : keys) {
      if (history.sum(key, HistorySum.SCHEDULED_FLIGHTS) > 0) {
        return key == keys[0] ? Timetable.Source.FLIGHT : Timetable.Source.ROUTE;
      }
    }
    return Timetable.Source.DISTANCE;
  }

  private static double given(double told, DoubleSupplier usual) {
    return Double.isNaN(told) ? usual.getAsDouble() : told;
  }

  private double first(long[] keys, HistorySum cell, HistorySum count, double otherwise) {
    for (long key : keys) {
      double weight = history.sum(key, count);
      if (weight > 0) {
        return history.sum(key, cell) / weight;
      }
    }
    return otherwise;
  }

  private double mean(long key, HistorySum cell, double wider, double weight) {
    return (history.sum(key, cell) + weight * wider)
        / (history.sum(key, HistorySum.FLIGHTS) + weight);
  }

  private double variance(long key, double wider, double weight) {
    double flights = history.sum(key, HistorySum.FLIGHTS);
    double gain = history.sum(key, HistorySum.GAIN);
    double own =
        flights == 0 ? 0 : history.sum(key, HistorySum.SQUARED_GAIN) - gain * gain / flights;
    return (Math.max(0, own) + weight * wider) / (flights + weight);
  }

  private double elapsed(long key, double wider, double weight) {
    return (history.sum(key, HistorySum.ELAPSED) + weight * wider)
        / (history.sum(key, HistorySum.TIMED_FLIGHTS) + weight);
  }

  private static long origin(Codes codes, Timetable timetable) {
    return Keys.originHour(codes, timetable.departureHour());
  }

  private static long dest(Codes codes, Timetable timetable) {
    return Keys.destHour(codes, timetable.arrivalHour());
  }

  private static double miles(double duration) {
    return Math.max(0, duration - GROUND_MINUTES) * MILES_A_MINUTE;
  }

  private static void set(double[] values, HistoryFeature aspect, double value) {
    values[aspect.index()] = value;
  }
}
