package flights.sql.source;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.to_json;

import flights.model.rowwise.RowwisePlan;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The messages of a table's topic as its rows; those that are no text are made JSON first. */
final class ChangeRows {

  private static final String VALUE = "value";
  private static final String ROW = "row";

  /** With microseconds, which are left out without. */
  private static final Map<String, String> WHOLE_TIMES =
      Map.of("timestampFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSSSSXXX");

  private ChangeRows() {}

  /** Of a message's bytes the row; nothing when the message says that it was deleted. */
  static RowwisePlan plan(Relation table, SparkSession spark) {
    MessageFormat format = isText(table) ? table.format() : MessageFormat.JSON;
    return RowwisePlan.of(rows(table, format, spark).select(col(ROW + ".*")));
  }

  /** Of a message's bytes the row as JSON; nothing when they cannot be read. */
  static RowwisePlan asText(Relation table, SparkSession spark) {
    return RowwisePlan.of(
        rows(table, table.format(), spark)
            .select(to_json(col(ROW), WHOLE_TIMES).cast(DataTypes.BinaryType)));
  }

  static boolean isText(Relation table) {
    return table.format().isPlainText() || table.format().isChange();
  }

  private static Dataset<Row> rows(Relation table, MessageFormat format, SparkSession spark) {
    StructType message = new StructType().add(VALUE, DataTypes.BinaryType);
    return RowwisePlan.input(spark, message)
        .select(format.row(col(VALUE), table.columns()).as(ROW))
        .filter(col(ROW).isNotNull());
  }
}
