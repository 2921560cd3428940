package flights.sql.source;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** How a message holds a row. */
public enum MessageFormat {
  /** A JSON object with the columns as its fields. */
  JSON,
  /** A change of a database's row as Debezium tells it, with its schema beside it or without. */
  DEBEZIUM;

  /** By the words of the option. */
  public static final List<String> WORDS = List.of("json", "debezium");

  private static final String PAYLOAD = "payload";
  private static final String AFTER = "after";
  private static final String UNREADABLE = "_unreadable";

  static MessageFormat of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** The row in a message's bytes; null when there is none, or none that can be read. */
  Column row(Column value, StructType columns) {
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
