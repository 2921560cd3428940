package flights.flight;

import java.time.LocalDate;
import java.util.Optional;

/** Knows how far two airports are from each other, in miles and perhaps in minutes. */
@FunctionalInterface
public interface DistanceLookup {

  /** Statute miles, or empty when an airport is not known. */
  Optional<Double> miles(String origin, String dest);

  /**
   * The scheduled minutes between local times as hhmm; empty when it cannot be said.
   *
   * @see ScheduledTime
   */
  default Optional<Double> minutes(
      LocalDate date, String origin, String dest, int departure, int arrival) {
    return Optional.empty();
  }
}
