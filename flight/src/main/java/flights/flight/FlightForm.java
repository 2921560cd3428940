package flights.flight;

import java.time.LocalDate;

/**
 * What a person fills in, checked.
 *
 * @param flightNum null when left empty
 * @param depDelay null when left empty: not departed yet
 * @param crsDepTime the timetable's local time as hhmm (1305 is five past one); null when left
 *     empty, as is {@code crsArrTime}
 */
public record FlightForm(
    String carrier,
    String flightNum,
    LocalDate flightDate,
    String origin,
    String dest,
    Double depDelay,
    Integer crsDepTime,
    Integer crsArrTime) {

  /** With nothing of the timetable told. */
  public FlightForm(
      String carrier,
      String flightNum,
      LocalDate flightDate,
      String origin,
      String dest,
      Double depDelay) {
    this(carrier, flightNum, flightDate, origin, dest, depDelay, null, null);
  }
}
