/**
 * The imported flights, airlines, airplanes and airports, each looked up by its id. Predicts
 * nothing.
 */
package flights.web.flight.explore;
