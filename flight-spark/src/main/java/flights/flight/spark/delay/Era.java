package flights.flight.spark.delay;

import java.io.Serializable;

/** The days that were learnt from, counted from 1970. */
record Era(int first, int last) implements Serializable {

  /** How long after the last day its season goes on. */
  static final int SEASON_DAYS = 42;

  /** With fewer days what was learnt of a season may be of its year. */
  private static final int TWO_YEARS = 730;

  /** Whether what was learnt of the seasons holds for a day. */
  boolean knowsSeasonOf(Day day) {
    return day.known()
        && (last - first >= TWO_YEARS
            || day.epochDay() >= first - SEASON_DAYS && day.epochDay() <= last + SEASON_DAYS);
  }
}
