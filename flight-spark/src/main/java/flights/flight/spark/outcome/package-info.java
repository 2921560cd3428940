/** How right stored predictions were, by flights that have landed. */
package flights.flight.spark.outcome;
