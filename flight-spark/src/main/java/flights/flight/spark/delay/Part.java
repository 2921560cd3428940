package flights.flight.spark.delay;

/** What a reason can speak of. */
enum Part {
  LATENESS,
  FLIGHT,
  ROUTE,
  ORIGIN,
  DEST,
  DISTANCE,
  WEEKDAY,
  SEASON
}
