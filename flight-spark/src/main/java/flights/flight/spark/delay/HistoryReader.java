package flights.flight.spark.delay;

import java.io.Serializable;
import java.util.function.DoubleSupplier;

/**
 * Reads off a history what it says of a flight; whatever is not known comes from a wider group.
 *
 * @param smoothing how many flights of its own outweigh what is known of a flight's route
 * @param retiming the part of a new scheduled duration that the flight itself does not take up: the
 *     rest of a change answers the season's winds
 */
record HistoryReader(History history, double smoothing, double retiming) implements Serializable {

  private static final double CARRIER_WEIGHT = 500;
  private static final double GROUP_WEIGHT = 50;
  private static final double MILES_A_MINUTE = 7.5;
  private static final double GROUND_MINUTES = 40;
  private static final double USUAL_MILES = 700;
  private static final double NOON = 12 * 60;

  /** Looks a flight up; what the schedule does not tell comes from the flight's own past. */
  Background of(Codes codes, double miles, Schedule told) {
    Timetable timetable = timetable(codes, miles, told);
    double[] values = new double[Aspect.COUNT];
    gains(codes, timetable, timetable(codes, miles, Schedule.UNKNOWN).duration(), values);
    spreads(codes, timetable, values);
    departures(codes, timetable, values);
    set(values, Aspect.DURATION, timetable.duration());
    set(values, Aspect.MILES, Double.isNaN(miles) ? miles(timetable.duration()) : miles);
    set(values, Aspect.NOVELTY, Math.exp(-history.sum(Keys.flight(codes), Cell.FLIGHTS) / 3));
    return new Background(values, timetable);
  }

  private void gains(Codes codes, Timetable timetable, double usual, double[] values) {
    double all = mean(Keys.ALL, Cell.GAIN, 0, 1);
    double carrier = mean(Keys.carrier(codes), Cell.GAIN, all, CARRIER_WEIGHT);
    double route = mean(Keys.route(codes), Cell.GAIN, carrier, GROUP_WEIGHT);
    double both = mean(Keys.carrierRoute(codes), Cell.GAIN, route, GROUP_WEIGHT);
    set(values, Aspect.CARRIER_GAIN, carrier);
    set(values, Aspect.ROUTE_GAIN, route);
    set(values, Aspect.CARRIER_ROUTE_GAIN, both);
    set(values, Aspect.FLIGHT_GAIN, mean(Keys.flight(codes), Cell.GAIN, both, smoothing));
    set(
        values,
        Aspect.TIMETABLE_GAIN,
        timetableGain(codes, usual + retiming * (timetable.duration() - usual), both));
    set(values, Aspect.ORIGIN_GAIN, mean(origin(codes, timetable), Cell.GAIN, 0, GROUP_WEIGHT));
    set(values, Aspect.DEST_GAIN, mean(dest(codes, timetable), Cell.GAIN, 0, GROUP_WEIGHT));
  }

  /** What the flight gains by the newest timetable, if it takes as long as it always did. */
  private double timetableGain(Codes codes, double duration, double usualGain) {
    double elapsed = duration + usualGain;
    elapsed = elapsed(Keys.route(codes), elapsed, 1);
    elapsed = elapsed(Keys.carrierRoute(codes), elapsed, smoothing);
    elapsed = elapsed(Keys.flight(codes), elapsed, smoothing);
    return elapsed - duration;
  }

  private void spreads(Codes codes, Timetable timetable, double[] values) {
    double all = mean(Keys.ALL, Cell.SPREAD, 10, 1);
    double route = mean(Keys.route(codes), Cell.SPREAD, all, GROUP_WEIGHT);
    double both = mean(Keys.carrierRoute(codes), Cell.SPREAD, route, GROUP_WEIGHT);
    double flight = mean(Keys.flight(codes), Cell.SPREAD, both, 2 * smoothing);
    set(values, Aspect.FLIGHT_SPREAD, flight);
    set(
        values,
        Aspect.ORIGIN_SPREAD,
        mean(origin(codes, timetable), Cell.SPREAD, all, GROUP_WEIGHT));
    set(values, Aspect.DEST_SPREAD, mean(dest(codes, timetable), Cell.SPREAD, all, GROUP_WEIGHT));
  }

  private void departures(Codes codes, Timetable timetable, double[] values) {
    Cell cell = Cell.DEPARTURE_DELAY;
    double all = mean(Keys.ALL, cell, 0, 1);
    double carrier = mean(Keys.carrier(codes), cell, all, CARRIER_WEIGHT);
    double route = mean(Keys.route(codes), cell, carrier, GROUP_WEIGHT);
    double both = mean(Keys.carrierRoute(codes), cell, route, GROUP_WEIGHT);
    double flight = mean(Keys.flight(codes), cell, both, 2 * smoothing);
    set(values, Aspect.FLIGHT_DEPARTURE, flight);
    set(values, Aspect.ORIGIN_DEPARTURE, mean(origin(codes, timetable), cell, all, GROUP_WEIGHT));
    set(values, Aspect.DEST_DEPARTURE, mean(dest(codes, timetable), cell, all, GROUP_WEIGHT));
  }

  private Timetable timetable(Codes codes, double miles, Schedule told) {
    if (told.known()) {
      return Timetable.of(told.departureMinute(), told.arrivalMinute(), told.duration());
    }

    long[] keys = {Keys.flight(codes), Keys.carrierRoute(codes), Keys.route(codes)};
    double unknown = (Double.isNaN(miles) ? USUAL_MILES : miles) / MILES_A_MINUTE + GROUND_MINUTES;
    double duration =
        given(told.duration(), () -> first(keys, Cell.DURATION, Cell.SCHEDULED_DURATIONS, unknown));
    double departure =
        given(
            told.departureMinute(),
            () -> first(keys, Cell.DEPARTURE_MINUTE, Cell.SCHEDULED_FLIGHTS, NOON));
    double arrival =
        given(
            told.arrivalMinute(),
            () -> first(keys, Cell.ARRIVAL_MINUTE, Cell.SCHEDULED_FLIGHTS, departure + duration));
    return Timetable.of(departure, arrival, duration);
  }

  private static double given(double told, DoubleSupplier usual) {
    return Double.isNaN(told) ? usual.getAsDouble() : told;
  }

  private double first(long[] keys, Cell cell, Cell count, double otherwise) {
    for (long key : keys) {
      double weight = history.sum(key, count);
      if (weight > 0) {
        return history.sum(key, cell) / weight;
      }
    }
    return otherwise;
  }

  private double mean(long key, Cell cell, double wider, double weight) {
    return (history.sum(key, cell) + weight * wider) / (history.sum(key, Cell.FLIGHTS) + weight);
  }

  private double elapsed(long key, double wider, double weight) {
    return (history.sum(key, Cell.ELAPSED) + weight * wider)
        / (history.sum(key, Cell.TIMED_FLIGHTS) + weight);
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

  private static void set(double[] values, Aspect aspect, double value) {
    values[aspect.index()] = value;
  }
}
