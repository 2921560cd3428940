/** What happens to flights, as it comes on the topic {@code flight_events} (docs/LIVE.md). */
package flights.flight.event;
