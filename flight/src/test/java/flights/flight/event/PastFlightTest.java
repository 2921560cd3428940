package flights.flight.event;

import static org.assertj.core.api.Assertions.assertThat;

import flights.flight.ScheduledTime;
import flights.flight.reference.ReferenceData;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PastFlightTest {

  private static final ScheduledTime TIMES = ReferenceData.bundled().scheduledTime();

  @Test
  void aFlightIsPlayedInUtc() {
    List<FlightEvent> events = flight("2013-07-04", "JFK", "PDX", 1805, 2119, 12.0, -3.0);

    assertThat(events)
        .extracting(event -> event.type() + " " + event.at() + " " + event.delay())
        .containsExactly(
            "SCHEDULED 2013-07-03T22:05:00Z null",
            "DEPARTED 2013-07-04T22:17:00Z 12",
            "ARRIVED 2013-07-05T04:16:00Z -3");
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(event.key()).isEqualTo("B6-165-2013-07-04-JFK-PDX");
              assertThat(event.scheduledDeparture()).isEqualTo("2013-07-04T22:05:00Z");
              assertThat(event.scheduledArrival()).isEqualTo("2013-07-05T04:19:00Z");
            });
  }

  @Test
  void daylightSavingTimeBeginsAndEnds() {
    assertThat(departure("2013-03-09", "JFK", 900)).isEqualTo("2013-03-09T14:00:00Z");
    assertThat(departure("2013-03-10", "JFK", 900)).isEqualTo("2013-03-10T13:00:00Z");
    assertThat(departure("2013-11-03", "JFK", 30)).isEqualTo("2013-11-03T04:30:00Z");
    assertThat(departure("2013-11-03", "JFK", 900)).isEqualTo("2013-11-03T14:00:00Z");
    // Arizona has none.
    assertThat(departure("2013-03-10", "PHX", 900)).isEqualTo("2013-03-10T16:00:00Z");
    // A night flight over the change takes six hours by the clock, and five in the air.
    assertThat(flight("2013-03-09", "LAX", "JFK", 2200, 700, 0.0, 0.0).get(2).at())
        .isEqualTo("2013-03-10T11:00:00Z");
  }

  @Test
  void aFlightOverTheDateLineArrivesTheDayAfter() {
    assertThat(flight("2008-04-01", "HNL", "GUM", 1430, 1805, 0.0, 0.0).get(2).at())
        .isEqualTo("2008-04-02T08:05:00Z");
  }

  @Test
  void aCancelledFlightIsCancelledWhenItShouldHaveLeft() {
    List<FlightEvent> events = flight("2013-07-04", "JFK", "PDX", 1805, 2119, null, null);

    assertThat(events)
        .extracting(FlightEvent::type)
        .containsExactly(FlightEventType.SCHEDULED, FlightEventType.CANCELLED);
    assertThat(events.get(1).at()).isEqualTo("2013-07-04T22:05:00Z");
  }

  @Test
  void aDivertedFlightDoesNotArrive() {
    assertThat(flight("2013-07-04", "JFK", "PDX", 1805, 2119, 12.0, null))
        .extracting(FlightEvent::type)
        .containsExactly(FlightEventType.SCHEDULED, FlightEventType.DEPARTED);
  }

  @Test
  void whatHasNoTimeInUtcIsNotPlayed() {
    assertThat(flight("2013-07-04", "ZZZ", "PDX", 1805, 2119, 1.0, 2.0)).isEmpty();
    assertThat(flight("2013-07-04", "JFK", "PDX", null, 2119, 1.0, 2.0)).isEmpty();
    // Where it arrives is not known, but how long it takes.
    assertThat(
            new PastFlight(
                    "B6",
                    "165",
                    LocalDate.parse("2013-07-04"),
                    "JFK",
                    "ZZZ",
                    null,
                    1805,
                    2119,
                    374.0,
                    12.0,
                    -3.0)
                .events(TIMES)
                .get(2)
                .at())
        .isEqualTo("2013-07-05T04:16:00Z");
    assertThat(flight("2013-07-04", "JFK", "ZZZ", 1805, 2119, 12.0, -3.0)).hasSize(2);
  }

  private static String departure(String date, String origin, int local) {
    return flight(date, origin, "PDX", local, null, 0.0, null).get(1).at().toString();
  }

  private static List<FlightEvent> flight(
      String date,
      String origin,
      String dest,
      Integer departure,
      Integer arrival,
      Double departureDelay,
      Double arrivalDelay) {
    return new PastFlight(
            "B6",
            "165",
            LocalDate.parse(date),
            origin,
            dest,
            "N531JB",
            departure,
            arrival,
            null,
            departureDelay,
            arrivalDelay)
        .events(TIMES);
  }
}
