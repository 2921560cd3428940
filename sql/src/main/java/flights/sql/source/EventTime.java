package flights.sql.source;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.timestamp_millis;

import flights.sql.statement.Options;
import flights.sql.statement.SqlFault;
import flights.sql.statement.SqlText;
import flights.sql.statement.Statement.Name;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** When rows of a stream happened, and how late they may come. */
final class EventTime {

  private final SparkFaults faults;

  EventTime(SparkFaults faults) {
    this.faults = faults;
  }

  /** Throws {@link SqlFault} when the options do not fit the columns. */
  Dataset<Row> of(Dataset<Row> rows, Options options) {
    String time = options.text("timestamp").orElse(null);
    if (time == null) {
      if (options.text("watermark").isPresent()) {
        throw new SqlFault(options.place("watermark"), "a watermark needs timestamp = 'a column'");
      }
      return rows;
    }
    Relations.requireColumns(List.of(new Name(time, options.place("timestamp"))), rows.schema());
    boolean millis = rows.schema().apply(time).dataType().equals(DataTypes.LongType);
    Dataset<Row> timed = millis ? rows.withColumn(time, timestamp_millis(col(time))) : rows;
    if (!timed.schema().apply(time).dataType().equals(DataTypes.TimestampType)) {
      throw new SqlFault(
          options.place("timestamp"), time + " is to be a TIMESTAMP, or a BIGINT of milliseconds");
    }
    return options
        .text("watermark")
        .map(delay -> marked(timed, time, delay, options))
        .orElse(timed);
  }

  private Dataset<Row> marked(Dataset<Row> rows, String time, String delay, Options options) {
    return faults.in(
        new SqlText(options.place("watermark"), delay),
        List.of(),
        () -> rows.withWatermark(time, delay));
  }
}
