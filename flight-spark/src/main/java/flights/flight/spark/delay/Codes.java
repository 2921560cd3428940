package flights.flight.spark.delay;

/** Who flies where, as numbers of {@link Names}. */
record Codes(int carrier, int number, int origin, int dest) {}
