package flights.flight;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The scheduled minutes of a flight by its local times. */
public final class ScheduledTime implements Serializable {

  private static final long serialVersionUID = 1;
  private static final int DAY = 24 * 60;
  private static final int LONGEST = 18 * 60;

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
    ZoneId from = zones.get(origin);
    ZoneId to = zones.get(dest);
    if (from == null || to == null) {
      return Optional.empty();
    }
    long minutes = epochMinute(date, arrival, to) - epochMinute(date, departure, from);
    // The arrival's date is not told; no flight takes a day.
    double elapsed = Math.floorMod(minutes, DAY);
    return elapsed == 0 || elapsed > LONGEST ? Optional.empty() : Optional.of(elapsed);
  }

  private static long epochMinute(LocalDate date, int hhmm, ZoneId zone) {
    return date.atTime(hhmm / 100, hhmm % 100).atZone(zone).toEpochSecond() / 60;
  }
}
