/** Where the statements of streams are. */
package flights.core.streams;
