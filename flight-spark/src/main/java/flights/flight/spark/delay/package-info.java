/**
 * The delay model: what it has learnt of history, a line for the minutes made up on the way, and
 * how far off that is; with the reasons of each answer. Answers one row at a time.
 */
package flights.flight.spark.delay;
