package flights.flight.event;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How a flight is, by its events. Of each type the latest event counts, so that neither the order
 * in which events come nor a repetition makes a difference.
 *
 * @param latest by type; at least one, all of one flight
 */
public record FlightState(Map<FlightEventType, FlightEvent> latest) {

  public FlightState {
    latest = Collections.unmodifiableMap(new EnumMap<>(latest));
  }

  public static FlightState of(FlightEvent first) {
    return new FlightState(Map.of(first.type(), first));
  }

  /**
   * With one more event.
   *
   * @throws IllegalArgumentException when it is another flight's
   */
  public FlightState with(FlightEvent event) {
    String key = phaseEvent().key();
    if (!event.key().equals(key)) {
      throw new IllegalArgumentException(event.key() + " is not " + key);
    }
    Map<FlightEventType, FlightEvent> all = new EnumMap<>(latest);
    all.merge(event.type(), event, BinaryOperator.maxBy(FlightEvent::compareTo));
    return new FlightState(all);
  }

  /** The type of the latest event; the timetable says nothing against what has happened. */
  public FlightEventType phase() {
    return phaseEvent().type();
  }

  /** Minutes; empty while it has not departed, or when they cannot be said. */
  public Optional<Integer> departureDelay() {
    return event(FlightEventType.DEPARTED).map(FlightEvent::minutesLate);
  }

  /** Minutes; empty while it has not arrived, or when they cannot be said. */
  public Optional<Integer> arrivalDelay() {
    return event(FlightEventType.ARRIVED).map(FlightEvent::minutesLate);
  }

  /** As the latest event that says it has it. */
  public Optional<String> tail() {
    return told(FlightEvent::tail);
  }

  public Optional<Instant> scheduledDeparture() {
    return told(FlightEvent::scheduledDeparture);
  }

  public Optional<Instant> scheduledArrival() {
    return told(FlightEvent::scheduledArrival);
  }

  public Optional<FlightEvent> event(FlightEventType type) {
    return Optional.ofNullable(latest.get(type));
  }

  private FlightEvent phaseEvent() {
    return happened()
        .max(FlightEvent::compareTo)
        .orElseGet(() -> latest.get(FlightEventType.SCHEDULED));
  }

  private Stream<FlightEvent> happened() {
    return latest.values().stream().filter(event -> event.type() != FlightEventType.SCHEDULED);
  }

  private <T> Optional<T> told(Function<FlightEvent, T> field) {
    return latest.values().stream()
        .filter(event -> field.apply(event) != null)
        .max(FlightEvent::compareTo)
        .map(field);
  }
}
