package flights.flight.event;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import flights.core.json.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * Something that has happened to a flight. Later events are the greater ones.
 *
 * @param number digits without leading zeros
 * @param date of the scheduled departure, as the clocks at the origin say it
 * @param tail the aircraft; null when not known
 * @param scheduledDeparture null when not known, as is {@code scheduledArrival}
 * @param at when it happened: {@code scheduled} when the timetable became known
 * @param delay minutes after the schedule, negative before it; null when not told
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record FlightEvent(
    FlightEventType type,
    String carrier,
    String number,
    LocalDate date,
    String origin,
    String dest,
    String tail,
    Instant scheduledDeparture,
    Instant scheduledArrival,
    Instant at,
    Integer delay)
    implements Comparable<FlightEvent> {

  /** Total, so that of any events in any order the same one counts. */
  private static final Comparator<FlightEvent> BY_TIME =
      Comparator.comparing(FlightEvent::at)
          .thenComparing(FlightEvent::type)
          .thenComparing(FlightEvent::key)
          .thenComparing(Json::write);

  /**
   * Reads a message.
   *
   * @throws IllegalArgumentException that names what is missing or wrong
   */
  public static FlightEvent read(byte[] message) {
    return FlightEventReader.read(message);
  }

  /** The same for all events of a flight and for no other flight; the key of the message. */
  public String key() {
    return String.join("-", carrier, number, date.toString(), origin, dest);
  }

  /** The delay as told, or else by the clock; null when there is none or it cannot be said. */
  public Integer minutesLate() {
    Instant scheduled =
        switch (type) {
          case DEPARTED -> scheduledDeparture;
          case ARRIVED -> scheduledArrival;
          case SCHEDULED, CANCELLED, OFF -> null;
        };
    if (delay != null || scheduled == null) {
      return delay;
    }
    return (int) Math.floorDiv(at.getEpochSecond() - scheduled.getEpochSecond(), 60);
  }

  @Override
  public int compareTo(FlightEvent other) {
    return BY_TIME.compare(this, other);
  }
}
