package flights.flight.spark.reference;

import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What is known of airplanes.
 *
 * @param rows TailNum, Manufacturer, Model, Year, Engines, Engine, Seats
 */
public record Planes(Dataset<Row> rows) {

  private static final String FILE = "planes.parquet";

  /** The airplanes of a folder such as the bundled one. */
  public static Planes in(SparkSession spark, String folder) {
    return of(spark.read().parquet(new Path(folder, FILE).toString()));
  }

  /** No airliner has a single engine: there, the tail number is another aircraft's. */
  static Planes of(Dataset<Row> registry) {
    return new Planes(
        registry
            .where("engines >= 2 and type = 'Fixed wing multi engine'")
            .selectExpr(
                "tailnum as TailNum",
                "case when manufacturer like 'AIRBUS%' then 'AIRBUS'"
                    + " when manufacturer like 'MCDONNELL DOUGLAS%' then 'MCDONNELL DOUGLAS'"
                    + " else manufacturer end as Manufacturer",
                "model as Model",
                "year as Year",
                "engines as Engines",
                "engine as Engine",
                "seats as Seats")
            .dropDuplicates("TailNum"));
  }
}
