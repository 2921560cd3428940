package flights.testing;

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
  private static final SparkSession FOR_FEW_ROWS = interpreting(SPARK.newSession());

  private SparkForTests() {}

  /** Compiles its queries, as in production. */
  public static SparkSession session() {
    return active(SPARK);
  }

  /** Interprets its queries: to compile one costs more than it does for a few rows. */
  public static SparkSession forFewRows() {
    return active(FOR_FEW_ROWS);
  }

  private static SparkSession interpreting(SparkSession session) {
    session.conf().set("spark.sql.codegen.wholeStage", "false");
    session.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
    return session;
  }

  private static SparkSession active(SparkSession session) {
    SparkSession.setActiveSession(session);
    return session;
  }
}
