/** Simple ways to say how late a flight arrives, which a model has to beat. */
package flights.flight.spark.baseline;
