package flights.trainer;

import flights.model.SparkSessions;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * The one Spark of a module's tests, started by the first that needs it. For a few rows it costs
 * more to compile a query than to interpret it; what the script starts compiles, as it always does.
 */
public final class SparkForTests {

  private static final SparkSession SPARK =
      SparkSessions.start(
          "tests",
          "local[2]",
          Map.of(
              "spark.sql.shuffle.partitions",
              "2",
              "spark.default.parallelism",
              "2",
              "spark.sql.codegen.wholeStage",
              "false",
              "spark.sql.codegen.factoryMode",
              "NO_CODEGEN"));

  private SparkForTests() {}

  public static SparkSession session() {
    return SPARK;
  }
}
