/**
 * The queries over streams, how they are, and the newest of their results. Knows no certain stream:
 * the folders of {@code resources/streams} say what is shown.
 */
package flights.web.streams;
