/** Airlines, airports, distances and scheduled times, and what was imported of flights. */
package flights.flight.reference;
