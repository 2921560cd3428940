/** The events of flights that are history. */
package flights.flight.spark.event;
