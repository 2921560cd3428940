package flights.flight.spark.reference;

import static org.apache.spark.sql.functions.expr;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Flight history with what the documents need beside, and the ways to sum it up. */
record Flights(Dataset<Row> rows) {

  static Flights of(Dataset<Row> history) {
    return new Flights(
        history
            .withColumn("Month", expr("date_format(FlightDate, 'yyyy-MM')"))
            .withColumn("Route", expr("concat(Origin, '-', Dest)")));
  }

  /**
   * One row for each value of the keys.
   *
   * @param keys names with commas between
   */
  Dataset<Row> by(String keys, Column... figures) {
    Column[] columns = Arrays.stream(keys.split(",")).map(key -> expr(key)).toArray(Column[]::new);
    return rows.groupBy(columns).agg(figures[0], Arrays.copyOfRange(figures, 1, figures.length));
  }

  /**
   * One row for each value of the key, with a list of what flew most often there.
   *
   * @param what the column that tells that
   * @param most how long the list may be
   * @param list its name; each of its entries has that column, Flights and OnTimeShare
   */
  Dataset<Row> busiest(String key, String what, int most, String list) {
    Dataset<Row> counted =
        by(key + "," + what, Punctuality.shortWith())
            .where(what + " is not null")
            .select(key, what, "Flights", "OnTimeShare");
    return counted.groupBy(key).agg(Lists.busiestFirst(counted, key, most, list));
  }
}
