package flights.flight.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReferenceDataTest {

  private static final ReferenceData DATA = ReferenceData.bundled();

  @Test
  void knowsAirportsAndAirlinesByCode() {
    assertThat(DATA.airport("JFK"))
        .hasValueSatisfying(jfk -> assertThat(jfk.name()).contains("Kennedy"));
    assertThat(DATA.airline("B6").orElseThrow().name()).isEqualTo("JetBlue Airways");
    assertThat(DATA.airport("QQQ")).isEmpty();
  }

  @Test
  void everyAirportLiesSomewhereAndHasATimeZone() {
    assertThat(DATA.airports())
        .hasSizeGreaterThan(1000)
        .allSatisfy(
            airport -> {
              assertThat(airport.lat()).isBetween(-90.0, 90.0);
              assertThat(airport.lon()).isBetween(-180.0, 180.0);
              assertThat(ZoneId.of(airport.tz())).isNotNull();
            });
  }

  @Test
  void aFlownDistanceGoesBeforeTheGreatCircle() {
    assertThat(DATA.miles("ATL", "SFO"))
        .hasValueSatisfying(m -> assertThat(m).isBetween(2130.0, 2150.0));
    assertThat(DATA.withDistances(Map.of("ATL-SFO", 2139.5)).miles("ATL", "SFO")).hasValue(2139.5);
  }

  @Test
  void theGreatCircleIsTheSameBothWays() {
    assertThat(DATA.miles("JFK", "HNL")).isEqualTo(DATA.miles("HNL", "JFK"));
  }
}
