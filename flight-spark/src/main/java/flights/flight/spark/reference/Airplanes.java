package flights.flight.spark.reference;

import static org.apache.spark.sql.functions.expr;

import flights.flight.FlightCollections;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The collections of airplanes and of who made them. */
final class Airplanes {

  private static final String[] KEY = {"TailNum"};

  private Airplanes() {}

  static LookUp of(Flights flights, Planes planes) {
    return new LookUp(
        FlightCollections.AIRPLANES, flown(flights, planes).withColumn("_id", expr("TailNum")));
  }

  /** One document holds those whose make is not known: pages tell how many they are, too. */
  static LookUp byManufacturer(Flights flights, Planes planes) {
    Dataset<Row> airplanes =
        flown(flights, planes)
            .selectExpr("Manufacturer", "TailNum", "Carrier", "Model", "Year", "Flights");
    Dataset<Row> models =
        airplanes
            .where("Model is not null")
            .groupBy("Manufacturer", "Model")
            .agg(expr("count(*) as Airplanes"), expr("sum(Flights) as Flights"));
    Dataset<Row> listed =
        models
            .groupBy("Manufacturer")
            .agg(Lists.busiestFirst(models, "Manufacturer", Integer.MAX_VALUE, "Models"));
    return new LookUp(
        FlightCollections.MANUFACTURERS,
        airplanes
            .groupBy("Manufacturer")
            .agg(
                expr("count(*) as Airplanes"),
                expr("sum(Flights) as Flights"),
                expr(
                    "array_sort(collect_list(struct(TailNum, Carrier, Model, Year, Flights)))"
                        + " as Fleet"))
            .join(listed, new String[] {"Manufacturer"}, "left")
            .withColumn("_id", expr("coalesce(Manufacturer, 'unknown')")));
  }

  private static Dataset<Row> flown(Flights flights, Planes planes) {
    Flights known = new Flights(flights.rows().where("TailNum is not null"));
    return known
        .by("TailNum", Punctuality.shortWith(Punctuality.FIRST, Punctuality.LAST))
        .join(carriers(known), KEY)
        .join(planes.rows(), KEY, "left");
  }

  /** Who flew it most. */
  private static Dataset<Row> carriers(Flights flights) {
    return flights
        .by("TailNum,Carrier", expr("count(*) as Flights"))
        .groupBy("TailNum")
        .agg(expr("max_by(Carrier, struct(Flights, Carrier)) as Carrier"));
  }
}
