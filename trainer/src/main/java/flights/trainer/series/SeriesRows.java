package flights.trainer.series;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.url_encode;

import flights.core.contract.Series;
import flights.core.series.SeriesHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows that a model has learnt from, as series.
 *
 * @param label the column with the true number; of several rows a month the mean counts
 */
public record SeriesRows(Dataset<Row> rows, String label) {

  /** Of a longer series the latest months are kept. */
  private static final int MOST_MONTHS = 120;

  /** After the point; more would only tell in which order the rows were added. */
  private static final int DIGITS = 6;

  /** One document a series. */
  Dataset<Row> documents(Series series, String model, String version) {
    List<Column> by = series.by().stream().map(SeriesRows::text).toList();
    Column month =
        format_string(
            "%04d-%02d", column(series.year()).cast("int"), column(series.month()).cast("int"));
    List<Column> perMonth = new ArrayList<>(by);
    perMonth.add(month.as("t"));
    Dataset<Row> months =
        rows.groupBy(perMonth.toArray(Column[]::new))
            .agg(round(avg(column(label)), DIGITS).as("v"));
    for (String field : series.by()) {
      months = months.where(column(field).isNotNull());
    }
    Dataset<Row> all =
        months
            .where("v is not null")
            .groupBy(series.by().stream().map(SeriesRows::column).toArray(Column[]::new))
            .agg(array_sort(collect_list(struct(col("t"), col("v")))).as("points"));
    return all.select(fields(series, model, version).toArray(Column[]::new));
  }

  private static List<Column> fields(Series series, String model, String version) {
    Stream<Column> encoded = series.by().stream().map(field -> url_encode(column(field)));
    Column values = concat_ws("/", encoded.toArray(Column[]::new));
    List<Column> fields = new ArrayList<>();
    fields.add(concat_ws("", lit(SeriesHistory.prefix(model, version)), values).as("_id"));
    fields.add(lit(model).as("model"));
    fields.add(lit(version).as("version"));
    series.by().forEach(field -> fields.add(column(field)));
    fields.add(
        expr("if(size(points) > %1$d, slice(points, -%1$d, %1$d), points)".formatted(MOST_MONTHS))
            .as("points"));
    return fields;
  }

  private static Column text(String field) {
    return column(field).cast("string").as(field);
  }

  private static Column column(String name) {
    return col("`" + name + "`");
  }
}
