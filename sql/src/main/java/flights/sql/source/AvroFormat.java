package flights.sql.source;

import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import flights.core.text.ClosestName;
import flights.sql.statement.Options;
import flights.sql.statement.SqlFault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.avro.AvroSerializer;
import org.apache.spark.sql.avro.SchemaConverters;
import org.apache.spark.sql.avro.functions;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Messages that are one Avro record each, without a header.
 *
 * @param schema that they are written with
 * @param files in a line; empty when the schema is of no file
 */
record AvroFormat(String schema, String files) implements MessageFormat {

  /** Else a message that is none makes a buffer as large as its first bytes say. */
  private static final String MOST_BYTES = String.valueOf(16 * 1024 * 1024);

  private static final List<String> LIMITS =
      List.of("string.maxLength", "bytes.maxLength", "collectionItems.maxLength");

  /** By a file, or else as Spark would write these columns. */
  static AvroFormat of(Options options, StructType columns) {
    for (String limit : LIMITS) {
      String name = "org.apache.avro.limits." + limit;
      System.setProperty(name, System.getProperty(name, MOST_BYTES));
    }
    if (options.text("schema").isEmpty()) {
      // Whoever reads it names its columns so too, and there each may be null.
      StructType all = columns.asNullable();
      return new AvroFormat(SchemaConverters.toAvroType(all, false, "row", "").toString(), "");
    }
    Schema schema = read(options);
    DataType type = SchemaConverters.toSqlType(schema).dataType();
    if (!(type instanceof StructType record)) {
      throw new SqlFault(options.place("schema"), "the schema is no record");
    }
    requireColumns(options, record, columns);
    String text = schema.toString();
    return new AvroFormat(
        text, "schema " + FormatFile.digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Schema read(Options options) {
    FormatFile file = FormatFile.of(options, "schema");
    try {
      return new Schema.Parser().parse(new String(file.bytes(), StandardCharsets.UTF_8));
    } catch (AvroRuntimeException e) {
      throw new SqlFault(
          options.place("schema"), file.path() + " is no Avro schema: " + e.getMessage());
    }
  }

  private static void requireColumns(Options options, StructType record, StructType columns) {
    List<String> names = List.of(record.fieldNames());
    for (StructField column : columns.fields()) {
      if (!names.contains(column.name())) {
        throw new SqlFault(
            options.place("schema"),
            "the schema has no field " + column.name() + ClosestName.hint(column.name(), names));
      }
      DataType given = record.apply(column.name()).dataType();
      if (!Cast.canUpCast(given, column.dataType())) {
        throw new SqlFault(
            options.place("schema"),
            "%s is %s in the schema, and cannot be %s"
                .formatted(column.name(), given.sql(), column.dataType().sql()));
      }
    }
  }

  /** What cannot be read has nothing but nulls. */
  @Override
  public Column row(Column value, StructType columns) {
    Column read = functions.from_avro(value, schema, Map.of("mode", "PERMISSIVE"));
    Column[] fields =
        Stream.of(columns.fields())
            .map(it -> read.getField(it.name()).cast(it.dataType()).as(it.name()))
            .toArray(Column[]::new);
    Column any = Stream.of(fields).map(Column::isNotNull).reduce(Column::or).orElseThrow();
    return when(any, struct(fields));
  }

  @Override
  public Column message(Column row, StructType columns) {
    return functions.to_avro(row, schema);
  }

  @Override
  public String unwritable(StructType columns) {
    Schema type = new Schema.Parser().parse(schema);
    try {
      var unused = new AvroSerializer(columns, type, false);
    } catch (Exception e) {
      // Spark's exceptions are checked ones that it does not declare.
      return "the schema cannot hold the rows: " + root(e);
    }
    for (StructField column : columns.fields()) {
      if (column.nullable() && !type.getField(column.name()).schema().isNullable()) {
        return "the schema has no null for %1$s, which may be null: coalesce(%1$s, ...) AS %1$s"
            .formatted(column.name());
      }
    }
    return null;
  }

  private static String root(Throwable e) {
    return e.getCause() == null ? String.valueOf(e.getMessage()) : root(e.getCause());
  }
}
