package flights.flight.spark.delay;

/**
 * What history says of a flight before anything is known of its day: means over ever narrower
 * groups, each drawn towards the wider one's.
 *
 * @param values by {@link HistoryFeature}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Background(double[] values, Timetable timetable) {

  double get(HistoryFeature aspect) {
    return values[aspect.index()];
  }
}
