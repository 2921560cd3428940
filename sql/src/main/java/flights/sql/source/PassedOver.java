package flights.sql.source;

import static org.apache.spark.sql.functions.udf;

import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF0;
import org.apache.spark.sql.types.DataTypes;

/**
 * How many messages of a topic held no row that could be read, since this process began: of a
 * stream for each query that reads it, of a table, which is read once for all, together.
 */
public final class PassedOver {

  /** A property of jobs: the query that a job is of. */
  private static final String QUERY = "flights.sql.query";

  private static final String ALL = "";

  private final CountByName counts = new CountByName();

  PassedOver(String relation, SparkSession spark) {
    spark.sparkContext().register(counts, relation + ": messages passed over");
  }

  /** What this thread starts counts for a query. */
  public static void countFor(String query, SparkContext context) {
    context.setLocalProperty(QUERY, query);
  }

  /** The condition that leaves them out, and counts them. */
  Column filter(Column row) {
    CountByName counted = counts;
    UDF0<Boolean> never =
        () -> {
          String query = TaskContext.get().getLocalProperty(QUERY);
          counted.add(query == null ? ALL : query);
          return false;
        };
    // Not deterministic: so that Spark calls it for each row that is none, and not once for all.
    return row.isNotNull().or(udf(never, DataTypes.BooleanType).asNondeterministic().apply());
  }

  void one() {
    counts.add(ALL);
  }

  /** Those that a query has passed over. */
  public long of(String query) {
    return counts.value().getOrDefault(ALL, 0L) + counts.value().getOrDefault(query, 0L);
  }
}
