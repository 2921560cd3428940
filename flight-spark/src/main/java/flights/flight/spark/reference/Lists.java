package flights.flight.spark.reference;

import static org.apache.spark.sql.functions.expr;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Gathers many rows into one list. */
final class Lists {

  private Lists() {}

  /**
   * A list of all columns but the keys, the most flown first.
   *
   * @param rows with a column Flights; the columns before it are to tell rows of a list apart
   * @param most how long the list may be
   * @param keys names with commas between
   */
  static Column busiestFirst(Dataset<Row> rows, String keys, int most, String name) {
    List<String> key = List.of(keys.split(","));
    String entry =
        Arrays.stream(rows.columns())
            .filter(column -> !key.contains(column))
            .collect(Collectors.joining(", "));
    return expr(
        "slice(array_sort(collect_list(struct(-Flights as Rank, struct(%s) as Entry))), 1, %d).Entry as %s"
            .formatted(entry, most, name));
  }
}
