/**
 * The web server: puts together what the packages below it offer, and starts it. Must not know
 * Spark.
 */
package flights.web;
