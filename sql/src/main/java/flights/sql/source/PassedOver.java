package flights.sql.source;

import static org.apache.spark.sql.functions.udf;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.util.LongAccumulator;

/** How many messages of a topic held no row that could be read, since this process began. */
public final class PassedOver {

  private final LongAccumulator count;

  PassedOver(String relation, SparkSession spark) {
    this.count = spark.sparkContext().longAccumulator(relation + ": messages passed over");
  }

  /** The condition that leaves them out, and counts them. */
  Column filter(Column row) {
    LongAccumulator counted = count;
    UDF1<Boolean, Boolean> there =
        holds -> {
          if (!holds) {
            counted.add(1);
          }
          return holds;
        };
    // Not deterministic: so that Spark counts each once, and does not read a message twice.
    return udf(there, DataTypes.BooleanType).asNondeterministic().apply(row.isNotNull());
  }

  void one() {
    count.add(1);
  }

  public long sum() {
    return count.sum();
  }
}
