package flights.flight.event;

import flights.flight.ScheduledTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A flight of history.
 *
 * @param tail null when not known
 * @param departure the timetable's local time as hhmm; null when not known, as is {@code arrival}
 * @param minutes as the timetable has it; null when not known
 * @param departureDelay minutes; null when it did not depart
 * @param arrivalDelay minutes; null when it did not arrive
 */
public record PastFlight(
    String carrier,
    String number,
    LocalDate date,
    String origin,
    String dest,
    String tail,
    Integer departure,
    Integer arrival,
    Double minutes,
    Double departureDelay,
    Double arrivalDelay) {

  private static final Duration AHEAD = Duration.ofDays(1);

  /**
   * What has happened, in UTC. Its timetable becomes known a day before. A cancelled flight is
   * cancelled at its scheduled departure: history does not say when it was, and no earlier moment
   * is sure. Nothing when its departure cannot be said in UTC.
   */
  public List<FlightEvent> events(ScheduledTime times) {
    return departure == null
        ? List.of()
        : times
            .instant(date, origin, departure)
            .map(leaves -> events(leaves, arrives(times, leaves)))
            .orElse(List.of());
  }

  private List<FlightEvent> events(Instant leaves, Instant arrives) {
    List<FlightEvent> events = new ArrayList<>();
    events.add(event(FlightEventType.SCHEDULED, leaves, arrives, leaves.minus(AHEAD), null));
    if (departureDelay == null && arrivalDelay == null) {
      events.add(event(FlightEventType.CANCELLED, leaves, arrives, leaves, null));
    }
    if (departureDelay != null) {
      events.add(late(FlightEventType.DEPARTED, leaves, arrives, leaves, departureDelay));
    }
    if (arrivalDelay != null && arrives != null) {
      events.add(late(FlightEventType.ARRIVED, leaves, arrives, arrives, arrivalDelay));
    }
    return events;
  }

  /** By the clocks, as the arrival's delay is; null when it cannot be said. */
  private Instant arrives(ScheduledTime times, Instant leaves) {
    return (arrival == null
            ? Optional.<Double>empty()
            : times.minutes(date, origin, dest, departure, arrival))
        .or(() -> Optional.ofNullable(minutes))
        .map(elapsed -> leaves.plusSeconds(Math.round(elapsed) * 60))
        .orElse(null);
  }

  private FlightEvent late(
      FlightEventType type, Instant leaves, Instant arrives, Instant planned, double delay) {
    int rounded = (int) Math.round(delay);
    return event(type, leaves, arrives, planned.plusSeconds(rounded * 60L), rounded);
  }

  private FlightEvent event(
      FlightEventType type, Instant leaves, Instant arrives, Instant at, Integer delay) {
    return new FlightEvent(
        type, carrier, number, date, origin, dest, tail, leaves, arrives, at, delay);
  }
}
