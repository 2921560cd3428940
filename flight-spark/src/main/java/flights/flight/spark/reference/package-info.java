/** Fills the collections that the pages of flights look things up in. */
package flights.flight.spark.reference;
