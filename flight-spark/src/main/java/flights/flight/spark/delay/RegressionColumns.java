package flights.flight.spark.delay;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The columns of the regressions: what history says, the weekday, and how late the flight left. */
enum RegressionColumns {
  DEPARTED,
  NOT_DEPARTED;

  private static final double[] KNOTS = {-15, -10, -5, -2, 0, 3, 6, 10, 15, 25, 40, 60, 120};
  private static final double HIGHEST = 200;
  private static final double EARLIEST = -30;
  private static final int WEEKDAYS = 6;
  private static final HistoryFeature[] CROSSED = {
    HistoryFeature.FLIGHT_GAIN,
    HistoryFeature.TIMETABLE_GAIN,
    HistoryFeature.FLIGHT_SPREAD,
    HistoryFeature.FLIGHT_DEPARTURE,
    HistoryFeature.CARRIER_ROUTE_GAIN,
    HistoryFeature.ROUTE_GAIN,
    HistoryFeature.ORIGIN_GAIN,
    HistoryFeature.ORIGIN_SPREAD,
    HistoryFeature.DEST_GAIN,
    HistoryFeature.DEST_SPREAD,
    HistoryFeature.DURATION,
    HistoryFeature.MILES,
    HistoryFeature.NOVELTY
  };

  private static final List<Part> BACKGROUND = background();
  private static final List<Part> ALL = all();

  /** What each column speaks of. */
  List<Part> parts() {
    return this == DEPARTED ? ALL : BACKGROUND;
  }

  private static List<Part> background() {
    List<Part> parts = new ArrayList<>();
    for (HistoryFeature aspect : HistoryFeature.values()) {
      parts.add(aspect.part());
    }
    parts.addAll(Collections.nCopies(WEEKDAYS, Part.WEEKDAY));
    return List.copyOf(parts);
  }

  private static List<Part> all() {
    List<Part> parts = new ArrayList<>(BACKGROUND);
    parts.addAll(Collections.nCopies(1 + KNOTS.length + 2 * CROSSED.length, Part.LATENESS));
    return List.copyOf(parts);
  }

  int columns() {
    return parts().size();
  }

  /** Fills the row; {@code delay} is not looked at before departure. */
  void fill(double[] aspects, int dayOfWeek, double delay, double[] row) {
    System.arraycopy(aspects, 0, row, 0, HistoryFeature.COUNT);
    for (int day = 1; day <= WEEKDAYS; day++) {
      row[HistoryFeature.COUNT + day - 1] = dayOfWeek == day ? 1 : 0;
    }
    if (this == DEPARTED) {
      fillLateness(aspects, delay, row);
    }
  }

  private static void fillLateness(double[] aspects, double delay, double[] row) {
    int at = HistoryFeature.COUNT + WEEKDAYS;
    row[at++] = Math.max(EARLIEST, Math.min(HIGHEST, delay));
    for (double knot : KNOTS) {
      row[at++] = Math.max(0, Math.min(HIGHEST, delay - knot));
    }
    double early = Math.max(KNOTS[0], Math.min(0, delay));
    double late = Math.max(0, Math.min(60, delay));
    for (HistoryFeature aspect : CROSSED) {
      row[at++] = aspects[aspect.index()] * early;
      row[at++] = aspects[aspect.index()] * late;
    }
  }
}
