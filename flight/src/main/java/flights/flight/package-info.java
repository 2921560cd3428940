/**
 * What flights are: the form and the request that it makes, the buckets of delay, and where the
 * model is asked and answers. Knows no Spark.
 */
package flights.flight;
