package flights.flight.reference;

/** An airline: its reporting code and its customary name. */
public record Airline(String code, String name) {}
