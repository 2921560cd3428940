package flights.trainer;

import flights.model.SparkSessions;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** The one Spark of a module's tests, started by the first that needs it. */
public final class SparkForTests {

  private static final SparkSession SPARK =
      SparkSessions.start(
          "tests",
          "local[2]",
          Map.of("spark.sql.shuffle.partitions", "2", "spark.default.parallelism", "2"));

  private SparkForTests() {}

  public static SparkSession session() {
    return SPARK;
  }
}
