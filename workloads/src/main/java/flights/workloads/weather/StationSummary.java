package flights.workloads.weather;

import java.time.LocalDate;

/**
 * What one station's reports came to.
 *
 * @param start date of the first one
 * @param end date of the last one
 */
record StationSummary(double sum, long count, double avg, String start, String end) {

  StationSummary {
    if (count < 1 || !Double.isFinite(sum) || avg != sum / count) {
      throw new IllegalArgumentException(
          "sum %s, count %d and avg %s do not go together".formatted(sum, count, avg));
    }
    if (start == null || end == null || LocalDate.parse(start).isAfter(LocalDate.parse(end))) {
      throw new IllegalArgumentException("start %s and end %s are wrong".formatted(start, end));
    }
  }

  static StationSummary of(Report first) {
    String date = first.date().toString();
    return new StationSummary(first.degrees(), 1, first.degrees(), date, date);
  }

  /** Itself when the report is of no later date: its producer repeats it. */
  StationSummary and(Report report) {
    String date = report.date().toString();
    if (date.compareTo(end) <= 0) {
      return this;
    }
    double sum = this.sum + report.degrees();
    return new StationSummary(sum, count + 1, sum / (count + 1), start, date);
  }
}
