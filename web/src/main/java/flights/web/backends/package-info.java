/**
 * The connections of the web server to Kafka and the store, opened when they can be, and checked.
 * Knows no page.
 */
package flights.web.backends;
