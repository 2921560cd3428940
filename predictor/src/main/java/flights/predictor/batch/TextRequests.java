package flights.predictor.batch;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.md5;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.udf;

import flights.core.contract.Field;
import flights.core.contract.ModelConfig;
import flights.core.json.Json;
import flights.model.Scoring;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
  static Dataset<Row> of(Dataset<Row> texts, ModelConfig model, String name) {
    Dataset<Row> rows = withIds(texts, model);
    requireColumns(rows, model, name);
    Set<String> there = Set.of(rows.columns());
    ArrayList<Field> fields = new ArrayList<>();
    model.inputSchema().stream().filter(f -> there.contains(f.name())).forEach(fields::add);
    Column[] columns = fields.stream().map(f -> col("`" + f.name() + "`")).toArray(Column[]::new);
    UDF1<Row, byte[]> request = row -> request(row, fields);
    return rows.select(udf(request, DataTypes.BinaryType).apply(struct(columns)).as(Scoring.VALUE));
  }

  /**
   * A table without the model's id gets one, which is the same for the same row: predicted again,
   * the row replaces what is stored of it.
   */
  static Dataset<Row> withIds(Dataset<Row> rows, ModelConfig model) {
    return List.of(rows.columns()).contains(model.idColumn())
        ? rows
        : rows.withColumn(model.idColumn(), md5(to_json(struct(col("*"))).cast("binary")));
  }

  /** Throws IllegalArgumentException when a column is missing that every request must have. */
  static void requireColumns(Dataset<Row> rows, ModelConfig model, String name) {
    Set<String> there = Set.of(rows.columns());
    List<String> missing = model.missingIn(there);
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
        request.put(fields.get(i).name(), fields.get(i).type().ofText(text.strip()));
      }
    }
    return Json.bytes(request);
  }
}
