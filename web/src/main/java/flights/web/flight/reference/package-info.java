/** The airports, airlines and distances that forms and pages of flights need. */
package flights.web.flight.reference;
