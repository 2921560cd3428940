package flights.predictor.batch;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import flights.core.contract.Field;
import flights.core.contract.FieldType;
import flights.core.contract.ModelConfig;
import flights.core.json.Json;
import flights.model.Scoring;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/** Rows of texts as requests: a number is taken out of its text where a model wants a number. */
final class TextRequests {

  private TextRequests() {}

  /**
   * Keeps the columns that the model knows.
   *
   * @param name of the rows' place, for the message when a column is missing
   */
  static Dataset<Row> of(Dataset<Row> rows, ModelConfig model, String name) {
    requireColumns(rows, model, name);
    Set<String> there = Set.of(rows.columns());
    ArrayList<Field> fields = new ArrayList<>();
    model.inputSchema().stream().filter(f -> there.contains(f.name())).forEach(fields::add);
    Column[] columns = fields.stream().map(f -> col("`" + f.name() + "`")).toArray(Column[]::new);
    UDF1<Row, byte[]> request = row -> request(row, fields);
    return rows.select(udf(request, DataTypes.BinaryType).apply(struct(columns)).as(Scoring.VALUE));
  }

  /** Throws IllegalArgumentException when a column is missing that every request must have. */
  static void requireColumns(Dataset<Row> rows, ModelConfig model, String name) {
    Set<String> there = Set.of(rows.columns());
    List<String> missing =
        model.inputSchema().stream()
            .filter(Field::required)
            .map(Field::name)
            .filter(column -> !there.contains(column))
            .toList();
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          name
              + " has no column "
              + String.join(", ", missing)
              + "; "
              + model.name()
              + " knows "
              + String.join(", ", model.inputSchema().stream().map(Field::name).toList()));
    }
  }

  private static byte[] request(Row row, List<Field> fields) {
    Map<String, Object> request = new LinkedHashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      String text = row.getString(i);
      if (text != null && !text.isBlank()) {
        request.put(fields.get(i).name(), value(text.strip(), fields.get(i).type()));
      }
    }
    return Json.bytes(request);
  }

  /** The text itself where it is not what the model wants: the model says so in its rejection. */
  private static Object value(String text, FieldType type) {
    return switch (type) {
      case INTEGER, NUMBER -> number(text);
      case BOOLEAN ->
          text.toLowerCase(Locale.ROOT).matches("true|false") ? Boolean.valueOf(text) : text;
      case TIMESTAMP -> time(text);
      default -> text;
    };
  }

  /** A date of the store comes as the text of its extended JSON. */
  private static String time(String text) {
    return text.replaceFirst("^\\{\\s*\"\\$date\"\\s*:\\s*\"([^\"]+)\"\\s*}$", "$1");
  }

  private static Object number(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return text;
    }
  }
}
