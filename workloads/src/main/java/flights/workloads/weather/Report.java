package flights.workloads.weather;

import java.time.LocalDate;

/**
 * What a station reports of a day.
 *
 * @param degrees Fahrenheit
 */
record Report(LocalDate date, String station, double degrees, boolean raining) {

  Report {
    if (station.isEmpty() || !Double.isFinite(degrees)) {
      throw new IllegalArgumentException("a report needs a station and its degrees");
    }
  }
}
