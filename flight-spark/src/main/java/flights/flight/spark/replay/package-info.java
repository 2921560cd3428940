/** Plays days of history as they happened, on the topic {@code flight_events}. */
package flights.flight.spark.replay;
