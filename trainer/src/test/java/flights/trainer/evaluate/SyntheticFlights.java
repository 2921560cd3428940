package flights.trainer.evaluate;

import flights.testing.SparkForTests;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Made-up flights whose class follows the departure delay; flights to SLOW lose 40 minutes on the
 * way, which only a model that looks at the destination can know.
 */
final class SyntheticFlights {

  private static final StructType SCHEMA =
      new StructType()
          .add("Carrier", DataTypes.StringType)
          .add("FlightNum", DataTypes.StringType)
          .add("Origin", DataTypes.StringType)
          .add("Dest", DataTypes.StringType)
          .add("Route", DataTypes.StringType)
          .add("DayOfWeek", DataTypes.IntegerType)
          .add("DayOfMonth", DataTypes.IntegerType)
          .add("DayOfYear", DataTypes.IntegerType)
          .add("DepDelay", DataTypes.DoubleType)
          .add("Distance", DataTypes.DoubleType)
          .add("CRSDepTime", DataTypes.IntegerType)
          .add("CRSArrTime", DataTypes.IntegerType)
          .add("CRSElapsedTime", DataTypes.DoubleType)
          .add("label", DataTypes.DoubleType);

  private SyntheticFlights() {}

  static Dataset<Row> of(int count, long seed) {
    Random random = new Random(seed);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(flight(random));
    }
    return SparkForTests.session().createDataFrame(rows, SCHEMA);
  }

  private static Row flight(Random random) {
    String dest = random.nextInt(4) == 0 ? "SLOW" : "D" + random.nextInt(6);
    double delay = Math.rint(random.nextGaussian() * 20);
    double arrival = delay + (dest.equals("SLOW") ? 40 : 0) + random.nextGaussian() * 5;
    int day = 1 + random.nextInt(365);
    return RowFactory.create(
        "C" + random.nextInt(3),
        "1",
        "JFK",
        dest,
        "JFK-" + dest,
        1 + day % 7,
        1 + day % 31,
        day,
        random.nextInt(50) == 0 ? null : delay,
        300.0,
        900,
        1015,
        75.0,
        arrival < 0 ? 0.0 : arrival < 30 ? 1.0 : 2.0);
  }
}
