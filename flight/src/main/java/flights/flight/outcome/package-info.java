/** How right each version was, as the store keeps it for the pages. */
package flights.flight.outcome;
