package flights.trainer.data;

import flights.core.reference.Airport;
import flights.core.reference.ReferenceData;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;

/** The scheduled minutes of a flight by its local times, where the data does not tell them. */
final class ScheduledTime implements Serializable {

  private static final long serialVersionUID = 1;
  private static final int DAY = 24 * 60;
  private static final int LONGEST = 18 * 60;

  private final HashMap<String, ZoneId> zones;

  private ScheduledTime(HashMap<String, ZoneId> zones) {
    this.zones = zones;
  }

  static ScheduledTime by(ReferenceData reference) {
    HashMap<String, ZoneId> zones = new HashMap<>();
    for (Airport airport : reference.airports()) {
      zones.put(airport.code(), ZoneId.of(airport.tz()));
    }
    return new ScheduledTime(zones);
  }

  /** Null when an airport's zone is not known or the times cannot be right. */
  Double minutes(int epochDay, String origin, String dest, int departure, int arrival) {
    ZoneId from = zones.get(origin);
    ZoneId to = zones.get(dest);
    if (from == null || to == null) {
      return null;
    }
    long minutes = epochMinute(epochDay, arrival, to) - epochMinute(epochDay, departure, from);
    // The arrival's date is not told; no flight takes a day.
    double elapsed = Math.floorMod(minutes, DAY);
    return elapsed == 0 || elapsed > LONGEST ? null : elapsed;
  }

  private static long epochMinute(int epochDay, int hhmm, ZoneId zone) {
    return LocalDate.ofEpochDay(epochDay)
            .atTime(hhmm / 100, hhmm % 100)
            .atZone(zone)
            .toEpochSecond()
        / 60;
  }
}
