package flights.trainer.gate;

import static org.assertj.core.api.Assertions.assertThat;

import flights.core.card.FieldCoverage;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LostCoverageTest {

  private static final List<FieldCoverage> CHAMPION =
      List.of(months(2013, 1, 12), values("Carrier", true, "UA", "B6", "EV", "DL", "AA"));

  @Test
  void aNewerYearIsNoLoss() {
    assertThat(LostCoverage.of(CHAMPION, List.of(months(2014, 1, 12), CHAMPION.get(1)))).isEmpty();
    assertThat(LostCoverage.of(CHAMPION, CHAMPION)).isEmpty();
  }

  @Test
  void aFewWeeksAreMostOfAYearLess() {
    assertThat(
            LostCoverage.of(CHAMPION, List.of(months(2014, 1, 2), CHAMPION.get(1))).orElseThrow())
        .isEqualTo(
            "no rows of March, April, May, June, July, August, September, October, November,"
                + " December (83%)");
  }

  @Test
  void anOlderYearLacksWhatCameLast() {
    assertThat(LostCoverage.of(CHAMPION, List.of(months(2012, 1, 12))).orElseThrow())
        .isEqualTo("no rows after 2012-12 (100%)");
  }

  @Test
  void oneAirlineIsNotAllOfThem() {
    FieldCoverage one = values("Carrier", true, "UA");

    assertThat(LostCoverage.of(CHAMPION, List.of(CHAMPION.get(0), one)).orElseThrow())
        .isEqualTo("no Carrier B6, EV, DL and 1 more (80%)");
    assertThat(
            LostCoverage.of(
                CHAMPION,
                List.of(CHAMPION.get(0), values("Carrier", true, "UA", "B6", "EV", "DL"))))
        .isEmpty();
  }

  @Test
  void whatAListLacksThatWasCutOffIsNotKnown() {
    assertThat(LostCoverage.of(CHAMPION, List.of(values("Carrier", false, "UA")))).isEmpty();
    assertThat(LostCoverage.of(List.of(), CHAMPION)).isEmpty();
  }

  private static FieldCoverage months(int year, int first, int last) {
    List<String> months =
        IntStream.rangeClosed(first, last)
            .mapToObj(month -> "%d-%02d".formatted(year, month))
            .toList();
    return new FieldCoverage("FlightDate", true, months, hundredEach(months.size()), true);
  }

  private static FieldCoverage values(String name, boolean whole, String... values) {
    return new FieldCoverage(name, false, List.of(values), hundredEach(values.length), whole);
  }

  private static List<Long> hundredEach(int values) {
    return Collections.nCopies(values, 100L);
  }
}
