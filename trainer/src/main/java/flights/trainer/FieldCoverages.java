package flights.trainer;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;

import flights.core.card.FieldCoverage;
import flights.core.drift.FieldShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Counts which values the texts of a request and which months have among all rows. */
final class FieldCoverages {

  private static final int MOST_VALUES = 500;
  private static final String FIELD = "field";
  private static final String VALUE = "value";
  private static final String ROWS = "rows";

  private FieldCoverages() {}

  /**
   * In one look at the rows, however many they are.
   *
   * @param shapes of the fields; those of texts are counted
   * @param time the column by which the rows are ordered; null for none
   */
  static List<FieldCoverage> of(Dataset<Row> rows, List<FieldShape> shapes, String time) {
    Map<String, Column> texts = new LinkedHashMap<>();
    shapes.stream()
        .filter(shape -> !shape.isNumeric())
        .forEach(shape -> texts.put(shape.name(), col("`" + shape.name() + "`").cast("string")));
    String months = isDate(rows, time) ? time : null;
    if (months != null) {
      texts.put(months, date_format(col("`" + months + "`"), "yyyy-MM"));
    }
    if (texts.isEmpty()) {
      return List.of();
    }
    Map<String, Map<String, Long>> counts = counts(rows, texts);
    List<FieldCoverage> found = new ArrayList<>();
    counts.forEach((name, values) -> found.add(coverage(name, values, name.equals(months))));
    return found;
  }

  private static boolean isDate(Dataset<Row> rows, String time) {
    if (time == null) {
      return false;
    }
    DataType type = rows.schema().apply(time).dataType();
    return type.equals(DataTypes.DateType) || type.equals(DataTypes.TimestampType);
  }

  /** One value more than is kept, by which it is seen that there are others. */
  private static Map<String, Map<String, Long>> counts(
      Dataset<Row> rows, Map<String, Column> texts) {
    Column[] pairs =
        texts.entrySet().stream()
            .map(text -> struct(lit(text.getKey()).as(FIELD), text.getValue().as(VALUE)))
            .toArray(Column[]::new);
    List<Row> found =
        rows.select(explode(array(pairs)).as("pair"))
            .select(col("pair." + FIELD), col("pair." + VALUE))
            .where(col(VALUE).isNotNull())
            .groupBy(FIELD, VALUE)
            .agg(count(lit(1)).as(ROWS))
            .withColumn(
                "rank",
                row_number().over(Window.partitionBy(FIELD).orderBy(col(ROWS).desc(), col(VALUE))))
            .where(col("rank").leq(MOST_VALUES + 1))
            .orderBy(FIELD, "rank")
            .collectAsList();
    Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
    found.forEach(
        row ->
            counts
                .computeIfAbsent(row.getAs(FIELD), field -> new LinkedHashMap<>())
                .put(row.getAs(VALUE), row.getAs(ROWS)));
    return counts;
  }

  private static FieldCoverage coverage(String name, Map<String, Long> counts, boolean months) {
    return new FieldCoverage(
        name,
        months,
        counts.keySet().stream().limit(MOST_VALUES).toList(),
        counts.values().stream().limit(MOST_VALUES).toList(),
        counts.size() <= MOST_VALUES);
  }
}
