package flights.sql.source;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Messages that are JSON. */
enum TextFormat implements MessageFormat {
  /** An object with the columns as its fields. */
  JSON,
  /** A change of a database's row as Debezium tells it, with its schema beside it or without. */
  DEBEZIUM;

  private static final String PAYLOAD = "payload";
  private static final String AFTER = "after";
  private static final String UNREADABLE = "_unreadable";

  @Override
  public Column message(Column row, StructType columns) {
    return to_json(row);
  }

  @Override
  public String unwritable(StructType columns) {
    return this == JSON
        ? null
        : "format = 'debezium' is what a database tells; a query writes json, avro or protobuf";
  }

  @Override
  public boolean isPlainText() {
    return this == JSON;
  }

  @Override
  public boolean isChange() {
    return this == DEBEZIUM;
  }

  @Override
  public Column row(Column value, StructType columns) {
    StructType change = new StructType().add(AFTER, columns);
    StructType message = this == JSON ? columns : change.add(PAYLOAD, change);
    Column parsed =
        from_json(
            value.cast(DataTypes.StringType),
            message.add(UNREADABLE, DataTypes.StringType),
            Map.of("columnNameOfCorruptRecord", UNREADABLE));
    Column row =
        this == JSON
            ? struct(
                Stream.of(columns.fieldNames())
                    .map(name -> parsed.getField(name).as(name))
                    .toArray(Column[]::new))
            : coalesce(parsed.getField(PAYLOAD).getField(AFTER), parsed.getField(AFTER));
    return when(parsed.isNotNull().and(parsed.getField(UNREADABLE).isNull()), row);
  }
}
