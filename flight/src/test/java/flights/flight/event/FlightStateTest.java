package flights.flight.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What docs/LIVE.md says of events that are late, repeated, missing or contradicting. */
class FlightStateTest {

  private static final Instant DEPARTURE = Instant.parse("2013-07-04T22:05:00Z");
  private static final Instant ARRIVAL = Instant.parse("2013-07-05T04:19:00Z");

  private static final FlightEvent SCHEDULED = event(FlightEventType.SCHEDULED, -1440, null);
  private static final FlightEvent DEPARTED = event(FlightEventType.DEPARTED, 12, 12);
  private static final FlightEvent ARRIVED = event(FlightEventType.ARRIVED, 370, -4);

  @Example
  void aFlightGoesThroughItsPhases() {
    FlightState state = FlightState.of(SCHEDULED);
    assertThat(state.phase()).isEqualTo(FlightEventType.SCHEDULED);
    assertThat(state.departureDelay()).isEmpty();

    state = state.with(DEPARTED);
    assertThat(state.phase()).isEqualTo(FlightEventType.DEPARTED);
    assertThat(state.departureDelay()).contains(12);

    state = state.with(ARRIVED);
    assertThat(state.phase()).isEqualTo(FlightEventType.ARRIVED);
    assertThat(state.arrivalDelay()).contains(-4);
  }

  @Example
  void aLateEventChangesNothingThatCameAfterIt() {
    FlightState state = fold(List.of(ARRIVED, DEPARTED));

    assertThat(state.phase()).isEqualTo(FlightEventType.ARRIVED);
    assertThat(state.departureDelay()).contains(12);
  }

  @Example
  void aTimetableThatComesLastUndoesNothing() {
    FlightEvent again = event(FlightEventType.SCHEDULED, 600, null);

    assertThat(fold(List.of(DEPARTED, ARRIVED, again)).phase()).isEqualTo(FlightEventType.ARRIVED);
  }

  @Example
  void aRepeatedEventCountsOnce() {
    assertThat(fold(List.of(SCHEDULED, DEPARTED, DEPARTED, SCHEDULED)))
        .isEqualTo(fold(List.of(SCHEDULED, DEPARTED)));
  }

  @Example
  void aMissingEventLeavesOnlyItsOwnFieldsUnknown() {
    FlightState state = FlightState.of(ARRIVED);

    assertThat(state.phase()).isEqualTo(FlightEventType.ARRIVED);
    assertThat(state.departureDelay()).isEmpty();
    assertThat(state.arrivalDelay()).contains(-4);
    assertThat(state.scheduledDeparture()).contains(DEPARTURE);
    assertThat(state.tail()).contains("N531JB");
  }

  @Example
  void ofContradictingEventsTheLatestCounts() {
    FlightEvent cancelled = event(FlightEventType.CANCELLED, 5, null);
    FlightEvent corrected = event(FlightEventType.DEPARTED, 25, 25);

    assertThat(fold(List.of(cancelled, DEPARTED)).phase()).isEqualTo(FlightEventType.DEPARTED);
    assertThat(fold(List.of(event(FlightEventType.CANCELLED, 30, null), DEPARTED)).phase())
        .isEqualTo(FlightEventType.CANCELLED);
    assertThat(fold(List.of(corrected, DEPARTED)).departureDelay()).contains(25);
  }

  @Example
  void anotherFlightsEventIsRefused() {
    FlightEvent other =
        new FlightEvent(
            FlightEventType.DEPARTED,
            "B6",
            "166",
            LocalDate.of(2013, 7, 4),
            "JFK",
            "PDX",
            null,
            null,
            null,
            DEPARTURE,
            null);

    assertThatThrownBy(() -> FlightState.of(DEPARTED).with(other))
        .hasMessageContaining("B6-166-2013-07-04-JFK-PDX");
  }

  /** Twice, in two orders, some of them repeated: many are of the same time. */
  @Property
  void theOrderOfArrivalMakesNoDifference(
      @ForAll("histories") List<FlightEvent> events, @ForAll Random random) {
    List<FlightEvent> shuffled = new ArrayList<>(events);
    shuffled.addAll(events.subList(0, events.size() / 2));
    Collections.shuffle(shuffled, random);

    FlightState state = fold(shuffled);

    assertThat(state).isEqualTo(fold(events));
    assertThat(state.phase()).isEqualTo(fold(events).phase());
    assertThat(state.tail()).isEqualTo(fold(events).tail());
    assertThat(state.scheduledArrival()).isEqualTo(fold(events).scheduledArrival());
  }

  @Provide
  Arbitrary<List<FlightEvent>> histories() {
    Arbitrary<Integer> minutes = Arbitraries.integers().between(-3, 3);
    return Combinators.combine(
            Arbitraries.of(FlightEventType.values()),
            minutes,
            minutes.injectNull(0.3),
            Arbitraries.of("N1", "N2").injectNull(0.3),
            Arbitraries.of(DEPARTURE, DEPARTURE.plusSeconds(60)).injectNull(0.3))
        .as(
            (type, at, delay, tail, departure) ->
                event(type, tail, departure, DEPARTURE.plusSeconds(at * 60L), delay))
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  private static FlightState fold(List<FlightEvent> events) {
    FlightState state = FlightState.of(events.get(0));
    for (FlightEvent event : events) {
      state = state.with(event);
    }
    return state;
  }

  private static FlightEvent event(FlightEventType type, int minute, Integer delay) {
    return event(type, "N531JB", DEPARTURE, DEPARTURE.plusSeconds(minute * 60L), delay);
  }

  private static FlightEvent event(
      FlightEventType type, String tail, Instant departure, Instant at, Integer delay) {
    LocalDate date = LocalDate.of(2013, 7, 4);
    return new FlightEvent(
        type, "B6", "165", date, "JFK", "PDX", tail, departure, ARRIVAL, at, delay);
  }
}
