package flights.core.flight;

import java.time.LocalDate;

/**
 * What a person fills in, checked.
 *
 * @param flightNum null when left empty
 * @param depDelay null when left empty: not departed yet
 */
public record FlightForm(
    String carrier,
    String flightNum,
    LocalDate flightDate,
    String origin,
    String dest,
    Double depDelay) {}
