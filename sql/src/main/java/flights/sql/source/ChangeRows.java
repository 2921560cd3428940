package flights.sql.source;

import static org.apache.spark.sql.functions.col;

import flights.model.rowwise.RowwisePlan;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The messages of a table's topic as its rows. */
final class ChangeRows {

  private static final String VALUE = "value";
  private static final String ROW = "row";

  private ChangeRows() {}

  /** Of a message's bytes the row; nothing when the message says that it was deleted. */
  static RowwisePlan plan(Relation table, SparkSession spark) {
    StructType message = new StructType().add(VALUE, DataTypes.BinaryType);
    return RowwisePlan.of(
        RowwisePlan.input(spark, message)
            .select(table.format().row(col(VALUE), table.columns()).as(ROW))
            .filter(col(ROW).isNotNull())
            .select(col(ROW + ".*")));
  }
}
