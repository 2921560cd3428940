package flights.flight.spark.reference;

import static org.apache.spark.sql.functions.expr;

import flights.flight.FlightCollections;

/** The collections that hold single flights, many in a document. */
final class FlightLists {

  // As many as people look at; a tail number flies some thousands of times a year.
  private static final int LATEST = 100;

  private FlightLists() {}

  /** All departures of an airport on a day, in the order of the timetable. */
  static LookUp byDateAndOrigin(Flights flights) {
    return new LookUp(
        FlightCollections.FLIGHTS_BY_DATE_ORIGIN,
        flights
            .rows()
            .groupBy("FlightDate", "Origin")
            .agg(
                expr("count(*) as Flights"),
                expr("count_if(" + Punctuality.ON_TIME + ") as OnTime"),
                expr(
                    "array_sort(collect_list(struct(CRSDepTime, Carrier, FlightNum, Dest, TailNum,"
                        + " CRSArrTime, DepDelay, ArrDelay, Distance))) as Departures"))
            .withColumn("FlightDate", expr("cast(FlightDate as string)"))
            .withColumn("_id", expr("concat(FlightDate, '/', Origin)")));
  }

  /** The latest flights of an airplane, the last first; Flights counts all. */
  static LookUp byTail(Flights flights) {
    return new LookUp(
        FlightCollections.FLIGHTS_BY_TAIL,
        flights
            .rows()
            .where("TailNum is not null")
            .groupBy("TailNum")
            .agg(
                expr("count(*) as Flights"),
                expr(
                    "slice(sort_array(collect_list(struct(cast(FlightDate as string) as FlightDate, CRSDepTime, Carrier,"
                        + " FlightNum, Origin, Dest, CRSArrTime, DepDelay, ArrDelay, Distance)),"
                        + " false), 1, "
                        + LATEST
                        + ") as Latest"))
            .withColumn("_id", expr("TailNum")));
  }
}
