package flights.flight.spark.reference;

import static org.apache.spark.sql.functions.expr;

import flights.flight.FlightCollections;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The collections that hold the records of flight numbers, routes and months, and distances. */
final class Histories {

  private static final int MOST = 1000;
  private static final String DISTANCE = "max(Distance) as Distance";
  private static final String MEAN_ELAPSED = "round(avg(CRSElapsedTime), 1) as CRSElapsedTime";

  private Histories() {}

  /** What is flown, in miles. */
  static LookUp distances(Flights flights) {
    return distances(flights.by("Origin,Dest", expr(DISTANCE)).where("Distance is not null"));
  }

  /** Routes of other histories stay: distances do not change. */
  static LookUp distances(Dataset<Row> known) {
    return new LookUp(
        FlightCollections.DISTANCES,
        known.select(
            expr("concat(Origin, '-', Dest) as _id"),
            expr("Origin"),
            expr("Dest"),
            expr("Distance")),
        false);
  }

  /** By carrier and number, as people know a flight; a number may have flown several routes. */
  static LookUp flights(Flights flights) {
    Dataset<Row> routes =
        flights.by(
            "Carrier,FlightNum,Origin,Dest,Route",
            Punctuality.fullWith(
                DISTANCE, last("CRSDepTime"), last("CRSArrTime"), last("CRSElapsedTime")));
    return new LookUp(
        FlightCollections.FLIGHT_HISTORY,
        routes
            .groupBy("Carrier", "FlightNum")
            .agg(
                expr("sum(Flights) as Flights"),
                Lists.busiestFirst(routes, "Carrier,FlightNum", MOST, "Routes"))
            .withColumn("_id", expr("concat(Carrier, '-', FlightNum)")));
  }

  /** Of the last flight: timetables change. */
  private static String last(String scheduled) {
    return "max_by(%1$s, FlightDate) as %1$s".formatted(scheduled);
  }

  static LookUp routes(Flights flights) {
    return new LookUp(
        FlightCollections.ROUTE_HISTORY,
        flights
            .by("Origin,Dest,Route", Punctuality.fullWith(MEAN_ELAPSED, DISTANCE))
            .join(flights.busiest("Route", "Carrier", MOST, "Carriers"), "Route")
            .withColumn("_id", expr("Route"))
            .drop("Route"));
  }

  static LookUp months(Flights flights) {
    return new LookUp(
        FlightCollections.MONTHLY_TOTALS,
        flights.by("Month", Punctuality.fullWith()).withColumn("_id", expr("Month")));
  }
}
