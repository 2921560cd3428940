/** Flights that have landed, read from any known format into the same columns. */
package flights.flight.spark.history;
