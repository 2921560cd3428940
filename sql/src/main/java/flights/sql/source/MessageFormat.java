package flights.sql.source;

import flights.sql.statement.Options;
import flights.sql.statement.SqlFault;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.StructType;

/** How a message holds a row. */
public interface MessageFormat {

  /** By the words of the option; the first is the usual one. */
  List<String> WORDS = List.of("json", "debezium", "avro", "protobuf");

  /** A JSON object with the columns as its fields. */
  MessageFormat JSON = TextFormat.JSON;

  /** The row in a message's bytes; null when there is none, or none that can be read. */
  Column row(Column value, StructType columns);

  /** The bytes of a message that holds a row; only where {@link #unwritable} is null. */
  Column message(Column row, StructType columns);

  /** Why rows of these columns cannot be written; null when they can be. */
  String unwritable(StructType columns);

  /** What is in the files that the format goes by, in a line; empty without files. */
  default String files() {
    return "";
  }

  /** A statement with what is in the files that it names: other files make another query. */
  default String noted(String statement) {
    return files().isEmpty() ? statement : statement + " -- " + files();
  }

  /** Whether the row alone is the message, as text. */
  default boolean isPlainText() {
    return false;
  }

  /** Whether a message is a change of a row, with what it was and what it is. */
  default boolean isChange() {
    return false;
  }

  /** Throws {@link SqlFault} when the options do not go together, or not with the columns. */
  static MessageFormat of(Options options, StructType columns) {
    String word = options.oneOf("format", WORDS);
    for (String name : List.of("schema", "descriptor", "message")) {
      String owner = name.equals("schema") ? "avro" : "protobuf";
      if (options.text(name).isPresent() && !word.equals(owner)) {
        throw new SqlFault(options.place(name), name + " goes with format = '" + owner + "'");
      }
    }
    return switch (word) {
      case "avro" -> AvroFormat.of(options, columns);
      case "protobuf" -> ProtobufFormat.of(options, columns);
      case "debezium" -> TextFormat.DEBEZIUM;
      default -> JSON;
    };
  }
}
