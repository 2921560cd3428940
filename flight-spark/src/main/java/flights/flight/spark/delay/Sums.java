package flights.flight.spark.delay;

/** Sums of past flights by key; 0 for a key that is not known. */
interface Sums {

  double sum(long key, HistorySum sum);
}
