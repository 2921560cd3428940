package flights.flight.reference;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An import of flight history into the collections that pages look things up in.
 *
 * @param data its path; null for the data that are shipped with the program
 * @param format its format's name
 * @param dropped how many rows were flights that have not landed
 * @param malformed how many rows made no sense
 * @param first the date of the first flight
 * @param finishedAt null until all collections are whole
 */
public record FlightImport(
    String data,
    String format,
    long flights,
    long dropped,
    long malformed,
    LocalDate first,
    LocalDate last,
    Instant startedAt,
    Instant finishedAt) {

  public FlightImport finished(Instant now) {
    return new FlightImport(data, format, flights, dropped, malformed, first, last, startedAt, now);
  }

  /** Whether all collections say what these flights say. */
  public boolean whole() {
    return finishedAt != null;
  }
}
