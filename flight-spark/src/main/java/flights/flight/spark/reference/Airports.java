package flights.flight.spark.reference;

import static org.apache.spark.sql.functions.expr;

import flights.flight.FlightCollections;
import flights.flight.reference.Airport;
import flights.flight.reference.ReferenceData;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The collection of airports that are flown to or from. */
final class Airports {

  private static final int MOST_ROUTES = 20;
  private static final int MOST_CARRIERS = 1000;
  private static final String[] KEY = {"Airport"};

  private Airports() {}

  /** The record of an airport counts departures and arrivals alike. */
  static LookUp of(Flights flights, ReferenceData reference) {
    Flights calls =
        new Flights(
            flights
                .rows()
                .withColumn("Airport", expr("explode(array_distinct(array(Origin, Dest)))")));
    return new LookUp(
        FlightCollections.AIRPORTS,
        calls
            .by(
                "Airport",
                Punctuality.shortWith(
                    "count_if(Origin = Airport) as Departures",
                    "count_if(Dest = Airport) as Arrivals",
                    "round(avg(if(Origin = Airport, DepDelay, null)), 2) as MeanDelayOfDepartures",
                    "round(avg(if(Dest = Airport, ArrDelay, null)), 2) as MeanDelayOfArrivals"))
            .join(calls.busiest("Airport", "Route", MOST_ROUTES, "Routes"), KEY, "left")
            .join(calls.busiest("Airport", "Carrier", MOST_CARRIERS, "Carriers"), KEY, "left")
            .join(places(flights.rows().sparkSession(), reference), KEY, "left")
            .withColumn("Name", expr("coalesce(Name, Airport)"))
            .withColumn("_id", expr("Airport")));
  }

  private static Dataset<Row> places(SparkSession spark, ReferenceData reference) {
    List<Row> rows = reference.airports().stream().map(Airports::row).toList();
    return spark.createDataFrame(
        rows,
        new StructType()
            .add("Airport", DataTypes.StringType)
            .add("Name", DataTypes.StringType)
            .add("Lat", DataTypes.DoubleType)
            .add("Lon", DataTypes.DoubleType)
            .add("TimeZone", DataTypes.StringType));
  }

  private static Row row(Airport airport) {
    return RowFactory.create(
        airport.code(), airport.name(), airport.lat(), airport.lon(), airport.tz());
  }
}
