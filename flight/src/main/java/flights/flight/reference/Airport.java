package flights.flight.reference;

/**
 * An airport: its code, its name, where it lies in degrees, and its IANA time zone.
 *
 * @param city where it is; empty when not known
 */
public record Airport(String code, String name, double lat, double lon, String tz, String city) {}
