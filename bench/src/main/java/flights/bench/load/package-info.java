/**
 * Load at a steady rate through HTTP or Kafka, and how long each answer took. Knows nothing of what
 * a bench makes of that.
 */
package flights.bench.load;
