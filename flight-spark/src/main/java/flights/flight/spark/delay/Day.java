package flights.flight.spark.delay;

import java.time.LocalDate;

/**
 * The day of a flight.
 *
 * @param ofWeek 1 (Monday) to 7, or 0 when not known
 * @param epochDay counted from 1970, or {@link #UNKNOWN}
 */
record Day(int ofWeek, int epochDay) {

  static final int UNKNOWN = Integer.MIN_VALUE;

  boolean known() {
    return epochDay != UNKNOWN;
  }

  /** 1 to 366. */
  int ofYear() {
    return LocalDate.ofEpochDay(epochDay).getDayOfYear();
  }
}
