package flights.sql.query;

import flights.sql.source.SparkFaults;
import flights.sql.statement.Place;
import flights.sql.statement.SqlFault;
import flights.sql.statement.Statement.Emit;
import java.util.List;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.analysis.UnsupportedOperationChecker$;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.streaming.OutputMode;
import scala.jdk.javaapi.CollectionConverters;

/** When a query tells of a row that may still change: Spark's output mode. */
final class WhenTold {

  private WhenTold() {}

  /** The first mode that suits and that the query can have; throws {@link SqlFault}. */
  static OutputMode of(Dataset<Row> rows, Target target, Emit emit, Place place) {
    LogicalPlan plan = analysed(rows);
    AnalysisException why = null;
    for (OutputMode mode : wanted(plan, target, emit)) {
      try {
        UnsupportedOperationChecker$.MODULE$.checkForStreaming(plan, mode);
        return mode;
      } catch (Exception e) {
        if (!(e instanceof AnalysisException analysis)) {
          throw e;
        }
        why = why == null ? analysis : why;
      }
    }
    throw new SqlFault(place, SparkFaults.words(why) + hint(plan, emit));
  }

  private static List<OutputMode> wanted(LogicalPlan plan, Target target, Emit emit) {
    if (!aggregates(plan)) {
      return List.of(OutputMode.Append());
    }
    if (target.path() != null || emit == Emit.FINAL) {
      return List.of(OutputMode.Append());
    }
    if (emit == Emit.CHANGES) {
      return List.of(OutputMode.Update());
    }
    return target.key().isEmpty()
        ? List.of(OutputMode.Append(), OutputMode.Update())
        : List.of(OutputMode.Update(), OutputMode.Append());
  }

  /** In words, for the log. */
  static String words(Dataset<Row> rows, OutputMode mode) {
    if (!aggregates(analysed(rows))) {
      return "each row once";
    }
    return mode.equals(OutputMode.Update())
        ? "each group whenever it changes (update)"
        : "each group once, when the watermark has passed it (append)";
  }

  private static String hint(LogicalPlan plan, Emit emit) {
    return aggregates(plan) && emit != Emit.CHANGES
        ? "; a group is over when a watermark has passed it: give the stream timestamp and"
            + " watermark, and group by a window"
        : "";
  }

  private static boolean aggregates(LogicalPlan plan) {
    return (plan instanceof Aggregate && plan.isStreaming())
        || CollectionConverters.asJava(plan.children()).stream().anyMatch(WhenTold::aggregates);
  }

  private static LogicalPlan analysed(Dataset<Row> rows) {
    return ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution().analyzed();
  }
}
