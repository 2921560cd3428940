package flights.flight.reference;

import static org.assertj.core.api.Assertions.assertThat;

import flights.flight.AirportCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoverageTest {

  private static final ReferenceData DATA = ReferenceData.bundled();
  private static final AirportCheck CHECK = DATA.coverage();

  @ParameterizedTest
  @ValueSource(strings = {"JFK", "SJU", "GUM", "ACB"})
  void airportsOfTheUnitedStatesAreCovered(String code) {
    assertThat(CHECK.refusal(code)).isEmpty();
  }

  @Test
  void anotherCountrysAirportIsCoveredWhenFlightsThereAreKnown() {
    assertThat(CHECK.refusal("LHR").orElseThrow())
        .isEqualTo(
            "cannot be LHR (London Heathrow Airport, United Kingdom): no flights there are known,"
                + " only flights within the United States");
    assertThat(DATA.withDistances(Map.of("JFK-LHR", 3451.0)).coverage().refusal("LHR")).isEmpty();
  }

  @Test
  void aCodeWithoutAnAirportIsRefusedWithSimilarOnes() {
    assertThat(CHECK.refusal("QBH")).hasValue("cannot be QBH: there is no such airport");
    assertThat(CHECK.refusal("JKF").orElseThrow())
        .isEqualTo(
            "cannot be JKF: there is no such airport; did you mean JFK (John F Kennedy Intl)?");
    assertThat(
            DATA.withDistances(Map.of("JFK-LAX", 2475.0)).coverage().refusal("LKX").orElseThrow())
        .contains("; did you mean LAX (");
  }

  @Test
  void namesLeadToCodes() {
    assertThat(CHECK.codes("atlanta")).contains("ATL (");
    assertThat(CHECK.codes("no such town")).isEmpty();
    assertThat(CHECK.codes("A")).isEmpty();
  }
}
