/**
 * How far a long run is, in words: on a terminal one line below the log, drawn again and again;
 * elsewhere a line of the log now and then.
 */
package flights.core.progress;
