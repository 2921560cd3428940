package flights.flight;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The scheduled minutes of a flight by its local times. */
public final class ScheduledTime implements Serializable {

  private static final long serialVersionUID = 1;
  private static final Duration LONGEST = Duration.ofHours(18);

  private final HashMap<String, ZoneId> zones;

  /**
   * Reckons with these time zones.
   *
   * @param zones by airport
   */
  public ScheduledTime(Map<String, ZoneId> zones) {
    this.zones = new HashMap<>(zones);
  }

  /**
   * Empty when an airport's zone is not known or the times cannot be right.
   *
   * @param departure local, as hhmm: 1305 is five past one; {@code arrival} likewise
   */
  public Optional<Double> minutes(
      LocalDate date, String origin, String dest, int departure, int arrival) {
    return instant(date, origin, departure)
        .flatMap(
            leaves ->
                arrival(leaves, date, dest, arrival)
                    .map(arrives -> (double) Duration.between(leaves, arrives).toMinutes()));
  }

  /**
   * When a flight that leaves then arrives; empty when the airport's zone is not known or the times
   * cannot be right.
   *
   * @param date of the departure
   * @param local the arrival's clock, as hhmm
   */
  private Optional<Instant> arrival(Instant leaves, LocalDate date, String dest, int local) {
    // The arrival's date is not told; no flight takes a day, and some cross the date line.
    return IntStream.rangeClosed(-1, 2)
        .mapToObj(days -> instant(date.plusDays(days), dest, local))
        .flatMap(Optional::stream)
        .filter(it -> it.isAfter(leaves) && !it.isAfter(leaves.plus(LONGEST)))
        .findFirst();
  }

  /**
   * When a clock at an airport says this; empty when its zone is not known. An hour that there is
   * twice, at the end of daylight saving time, is the first of them.
   *
   * @param local as hhmm
   */
  public Optional<Instant> instant(LocalDate date, String airport, int local) {
    return Optional.ofNullable(zones.get(airport))
        .map(zone -> date.atTime(local / 100, local % 100).atZone(zone).toInstant());
  }
}
