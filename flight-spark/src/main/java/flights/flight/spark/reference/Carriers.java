package flights.flight.spark.reference;

import static org.apache.spark.sql.functions.expr;

import flights.flight.FlightCollections;
import flights.flight.reference.Airline;
import flights.flight.reference.ReferenceData;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The collection of airlines. */
final class Carriers {

  private static final int MOST_AIRPLANES = 5000;
  private static final int MOST_ROUTES = 20;
  private static final String[] KEY = {"Carrier"};

  private Carriers() {}

  /** An airline's record, also by month, its busiest routes and its fleet. */
  static LookUp of(Flights flights, Planes planes, ReferenceData reference) {
    return new LookUp(
        FlightCollections.CARRIERS,
        flights
            .by("Carrier", Punctuality.fullWith())
            .join(months(flights), KEY, "left")
            .join(flights.busiest("Carrier", "Route", MOST_ROUTES, "Routes"), KEY, "left")
            .join(fleets(flights, planes), KEY, "left")
            .join(names(flights.rows().sparkSession(), reference), KEY, "left")
            .withColumn("Name", expr("coalesce(Name, Carrier)"))
            .withColumn("FleetSize", expr("coalesce(FleetSize, 0)"))
            .withColumn("_id", expr("Carrier")));
  }

  private static Dataset<Row> months(Flights flights) {
    return flights
        .by("Carrier,Month", Punctuality.shortWith())
        .groupBy("Carrier")
        .agg(
            expr(
                "array_sort(collect_list(struct(Month, Flights, OnTime, OnTimeShare, MeanDepDelay,"
                    + " MeanArrDelay))) as Months"));
  }

  private static Dataset<Row> fleets(Flights flights, Planes planes) {
    Dataset<Row> airplanes =
        flights
            .by("Carrier,TailNum", Punctuality.shortWith())
            .where("TailNum is not null")
            .join(planes.rows(), new String[] {"TailNum"}, "left")
            .select(
                "Carrier", "TailNum", "Flights", "OnTimeShare", "Manufacturer", "Model", "Year");
    return airplanes
        .groupBy("Carrier")
        .agg(
            expr("count(*) as FleetSize"),
            Lists.busiestFirst(airplanes, "Carrier", MOST_AIRPLANES, "Fleet"));
  }

  private static Dataset<Row> names(SparkSession spark, ReferenceData reference) {
    List<Row> rows = reference.airlines().stream().map(Carriers::row).toList();
    return spark.createDataFrame(
        rows,
        new StructType().add("Carrier", DataTypes.StringType).add("Name", DataTypes.StringType));
  }

  private static Row row(Airline airline) {
    return RowFactory.create(airline.code(), airline.name());
  }
}
