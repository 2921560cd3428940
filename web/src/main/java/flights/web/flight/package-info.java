/**
 * The pages of flights: their form, files of them, what is known of airports, airlines and
 * airplanes. The rest of the web server does not know flights.
 */
package flights.web.flight;
