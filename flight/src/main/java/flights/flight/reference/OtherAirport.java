package flights.flight.reference;

/**
 * An airport that {@link Airport} says nothing of: mostly one outside the United States.
 *
 * @param country its ISO 3166 code of two letters
 */
record OtherAirport(String code, String name, String city, String country) {}
