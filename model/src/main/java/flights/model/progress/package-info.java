/**
 * How far a long run is: stages, rows, percent and remaining time. On a terminal that is one line
 * below the log, drawn again and again; elsewhere a line of the log now and then.
 */
package flights.model.progress;
