package flights.flight.spark.history;

/** How a file is written. */
enum Kind {
  PARQUET,
  CSV,
  ZIPPED_CSV,
  JSON_LINES
}
