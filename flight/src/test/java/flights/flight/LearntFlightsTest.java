package flights.flight;

import static org.assertj.core.api.Assertions.assertThat;

import flights.core.card.ModelCard;
import flights.flight.reference.ReferenceData;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LearntFlightsTest {

  private static final LearntFlights NEW_YORK =
      LearntFlights.of(
              ModelCard.of(
                  Map.of(
                      "name",
                      "flight-delay",
                      "data",
                      Map.of(
                          "rows",
                          327346,
                          "from",
                          "2013-01-01",
                          "to",
                          "2013-12-31",
                          "coverage",
                          List.of(
                              coverage("Origin", List.of("LGA", "EWR", "JFK"), true),
                              coverage("Dest", List.of("LAX", "ATL"), false))))))
          .orElseThrow();

  @Test
  void saysWhatAModelKnows() {
    assertThat(NEW_YORK.words()).isEqualTo("327,346 flights out of EWR, JFK and LGA in 2013");
  }

  @Test
  void aFlightLikeThoseNeedsNoCaution() {
    assertThat(NEW_YORK.caution(flight("JFK", "LAX", "2013-07-04"))).isEmpty();
    assertThat(NEW_YORK.caution(flight("JFK", "SFO", "2015-12-30"))).isEmpty();
  }

  @Test
  void whatLiesFarIsSaid() {
    assertThat(NEW_YORK.caution(flight("ATL", "SFO", "2026-12-01")))
        .hasValue(
            "Take this with care: the model has learnt from 327,346 flights out of EWR, JFK and LGA"
                + " in 2013; this flight leaves from ATL, which is none of their origins and is 12"
                + " years later.");
    assertThat(NEW_YORK.caution(flight("JFK", "LAX", "2012-12-31")).orElseThrow())
        .endsWith("this flight is earlier than all of them.");
  }

  @Test
  void aCardOfBeforeSaysLess() {
    assertThat(LearntFlights.of(ModelCard.of(Map.of("name", "flight-delay")))).isEmpty();
    LearntFlights days =
        LearntFlights.of(
                ModelCard.of(
                    Map.of("data", Map.of("rows", 5, "from", "2012-01-01", "to", "2013-12-31"))))
            .orElseThrow();
    assertThat(days.words()).isEqualTo("5 flights from 2012 to 2013");
    assertThat(days.caution(flight("ATL", "SFO", "2013-12-01"))).isEmpty();
  }

  private static Map<String, Object> coverage(String name, List<String> values, boolean whole) {
    return Map.of(
        "name",
        name,
        "values",
        values,
        "rows",
        values.stream().map(it -> 1).toList(),
        "whole",
        whole);
  }

  private static FlightRequest flight(String origin, String dest, String date) {
    return FlightRequest.of(
        "id",
        Instant.EPOCH,
        new FlightForm("DL", "1", LocalDate.parse(date), origin, dest, null),
        ReferenceData.bundled());
  }
}
