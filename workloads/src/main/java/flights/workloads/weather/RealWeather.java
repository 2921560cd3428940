package flights.workloads.weather;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The weather of 2013 at New York's airports EWR, JFK and LGA, as it was. */
final class RealWeather {

  private static final String FILE = "nyc2013.csv";

  private RealWeather() {}

  static Iterator<List<Report>> days() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                RealWeather.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
      Map<LocalDate, List<Report>> days =
          lines
              .lines()
              .skip(1)
              .map(RealWeather::report)
              .collect(Collectors.groupingBy(Report::date, TreeMap::new, Collectors.toList()));
      return days.values().iterator();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Report report(String line) {
    String[] columns = line.split(",");
    return new Report(
        LocalDate.parse(columns[0]),
        columns[1],
        Double.parseDouble(columns[2]),
        columns[3].equals("1"));
  }
}
