package flights.sql.source;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.timestamp_millis;

import flights.sql.statement.Options;
import flights.sql.statement.SqlFault;
import flights.sql.statement.SqlText;
import flights.sql.statement.Statement.Name;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** When rows of a stream happened, how late they may come, and which of them are repeats. */
final class EventTime {

  /** When Kafka got the message, for a stream whose rows have no time of their own. */
  static final String RECORD_TIME = "rowtime";

  private final SparkFaults faults;

  EventTime(SparkFaults faults) {
    this.faults = faults;
  }

  /** Of the struct {@code row}, and the record's time where the options name it as the time. */
  Column[] columns(StructType columns, Options options) {
    boolean recordTime =
        options.text("timestamp").filter(RECORD_TIME::equals).isPresent()
            && !List.of(columns.fieldNames()).contains(RECORD_TIME);
    return recordTime ? new Column[] {col("row.*"), col(RECORD_TIME)} : new Column[] {col("row.*")};
  }

  /** Throws {@link SqlFault} when the options do not fit the columns. */
  Dataset<Row> of(Dataset<Row> rows, Options options) {
    String time = options.text("timestamp").orElse(null);
    if (time == null) {
      if (options.text("watermark").isPresent()) {
        throw new SqlFault(options.place("watermark"), "a watermark needs timestamp = 'a column'");
      }
      return unique(rows, null, options);
    }
    Relations.requireColumns(List.of(new Name(time, options.place("timestamp"))), rows.schema());
    boolean millis = rows.schema().apply(time).dataType().equals(DataTypes.LongType);
    Dataset<Row> timed = millis ? rows.withColumn(time, timestamp_millis(col(time))) : rows;
    if (!timed.schema().apply(time).dataType().equals(DataTypes.TimestampType)) {
      throw new SqlFault(
          options.place("timestamp"), time + " is to be a TIMESTAMP, or a BIGINT of milliseconds");
    }
    Dataset<Row> marked =
        options.text("watermark").map(delay -> marked(timed, time, delay, options)).orElse(timed);
    return unique(marked, time, options);
  }

  /** The first of rows that are equal in some columns; what is kept for that is bounded by time. */
  private static Dataset<Row> unique(Dataset<Row> rows, String time, Options options) {
    List<String> unique = options.names("unique");
    if (unique.isEmpty()) {
      return rows;
    }
    if (options.text("watermark").isEmpty()) {
      throw new SqlFault(
          options.place("unique"),
          "unique needs timestamp and watermark: without them each row would be kept for ever");
    }
    Relations.requireColumns(
        unique.stream().map(it -> new Name(it, options.place("unique"))).toList(), rows.schema());
    String[] columns = unique.toArray(String[]::new);
    return unique.contains(time)
        ? rows.dropDuplicates(columns)
        : rows.dropDuplicatesWithinWatermark(columns);
  }

  private Dataset<Row> marked(Dataset<Row> rows, String time, String delay, Options options) {
    return faults.in(
        new SqlText(options.place("watermark"), delay),
        List.of(),
        () -> rows.withWatermark(time, delay));
  }
}
