package flights.workloads.weather;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeatherSourcesTest {

  private static final int TEN_YEARS = 3_653;

  private static List<Report> reports(int stations, long seed, int days) {
    Iterator<List<Report>> weather = new GeneratedWeather(stations, seed);
    List<Report> reports = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      reports.addAll(weather.next());
    }
    return reports;
  }

  @Test
  void aStationHasTheSameWeatherHoweverManyThereAre() {
    List<Report> first = reports(1, 7, 100);
    assertThat(reports(30, 7, 100)).containsAll(first);
    assertThat(reports(1, 8, 100)).isNotEqualTo(first);
    assertThat(reports(30, 7, 1))
        .extracting(Report::station)
        .startsWith("A", "B", "C")
        .endsWith("Z", "AA", "AB", "AC", "AD");
  }

  @Test
  void temperatureFollowsItselfAndTheMonth() {
    List<Report> reports = reports(1, 1, TEN_YEARS);
    assertThat(reports.get(0).date()).isEqualTo(LocalDate.of(2000, 1, 1));
    assertThat(average(reports, 7) - average(reports, 1)).isBetween(34.0, 54.0);
    for (int day = 1; day < reports.size(); day++) {
      double expected = 0.8 * reports.get(day - 1).degrees();
      double rest = reports.get(day).degrees() - expected;
      // A fifth of the month's average with the station's shift, and the noise.
      assertThat(rest).isBetween(0.2 * (33 - 12) - 10.02, 0.2 * (77 + 12) + 10.02);
    }
  }

  @Test
  void rainIsOftenerInAprilAndNeverInFrost() {
    List<Report> reports = reports(5, 3, TEN_YEARS);
    assertThat(reports).filteredOn(Report::raining).allMatch(report -> report.degrees() >= 31.99);
    assertThat(rainShare(reports, 4)).isGreaterThan(0.5);
    assertThat(rainShare(reports, 8)).isBetween(0.05, 0.3);
  }

  @Test
  void theRealWeatherIsThatOfAYearAtThreeAirports() {
    List<List<Report>> days = new ArrayList<>();
    RealWeather.days().forEachRemaining(days::add);
    assertThat(days).hasSize(364);
    assertThat(days.get(0)).extracting(Report::station).containsExactly("EWR", "JFK", "LGA");
    assertThat(days.get(0).get(0).date()).isEqualTo(LocalDate.of(2013, 1, 1));
    assertThat(days).allSatisfy(day -> assertThat(day).allMatch(it -> it.degrees() > 0));
  }

  private static double average(List<Report> reports, int month) {
    return reports.stream()
        .filter(report -> report.date().getMonthValue() == month)
        .mapToDouble(Report::degrees)
        .average()
        .orElseThrow();
  }

  private static double rainShare(List<Report> reports, int month) {
    return reports.stream()
        .filter(report -> report.date().getMonthValue() == month)
        .mapToInt(report -> report.raining() ? 1 : 0)
        .average()
        .orElseThrow();
  }
}
