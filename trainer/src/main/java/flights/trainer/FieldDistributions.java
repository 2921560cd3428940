package flights.trainer;

import static org.apache.spark.sql.functions.col;

import flights.core.contract.Field;
import flights.core.contract.FieldType;
import flights.core.drift.FieldShape;
import flights.trainer.pipeline.PipelineSpec;
import flights.trainer.split.RowHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How the fields of a request are distributed among the rows that a model learns from, by a sample:
 * what is asked later is compared with it. Dates are left out, since they only ever go on.
 */
final class FieldDistributions {

  private static final long ENOUGH = 50_000;
  private static final Set<FieldType> COMPARED =
      Set.of(FieldType.STRING, FieldType.INTEGER, FieldType.NUMBER);

  private FieldDistributions() {}

  /**
   * One for each field that tells something.
   *
   * @param count of the rows
   */
  static List<FieldShape> of(
      Dataset<Row> rows, PipelineSpec spec, RowHash hash, long count, long seed) {
    List<String> columns = List.of(rows.columns());
    List<Field> fields =
        spec.inputSchema().stream()
            .filter(field -> !field.name().equals(spec.idColumn()))
            .filter(field -> COMPARED.contains(field.type()) && columns.contains(field.name()))
            .toList();
    List<Row> some =
        rows.where(hash.chooses(Math.min(1, (double) ENOUGH / count), seed))
            .select(fields.stream().map(FieldDistributions::typed).toArray(Column[]::new))
            .collectAsList();
    List<FieldShape> shapes = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      shape(fields.get(i), i, some).ifPresent(shapes::add);
    }
    return shapes;
  }

  private static Optional<FieldShape> shape(Field field, int at, List<Row> rows) {
    return isText(field)
        ? FieldShape.ofTexts(field.name(), values(rows, row -> row.<String>getAs(at)))
        : FieldShape.ofNumbers(field.name(), values(rows, row -> row.<Double>getAs(at)));
  }

  private static <T> List<T> values(List<Row> rows, Function<Row, T> value) {
    List<T> values = new ArrayList<>(rows.size());
    rows.forEach(row -> values.add(value.apply(row)));
    return values;
  }

  private static Column typed(Field field) {
    return col("`" + field.name() + "`").cast(isText(field) ? "string" : "double");
  }

  private static boolean isText(Field field) {
    return field.type() == FieldType.STRING;
  }
}
