package flights.trainer.evaluate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.functions;
import org.apache.spark.ml.linalg.VectorUDT;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.collection.Seq;

/**
 * Reads what is evaluated out of rows, whose columns are in this order: those of the class, those
 * of the number, that of the event, those of the groups.
 */
final class EvaluatedRows implements Serializable {

  private static final long serialVersionUID = 1;
  private static final int LABEL = 0;
  private static final int PREDICTION = 1;
  private static final int PROBABILITIES = 2;
  private static final int OF_THE_CLASS = 3;

  private final PredictedColumns predicted;
  private final int numberAt;

  EvaluatedRows(EvaluatedColumns columns) {
    this.predicted = columns.predicted();
    this.numberAt = hasClass(columns) ? OF_THE_CLASS : 0;
  }

  /** The columns that are read, and no others, in the order in which they are read. */
  static Dataset<Row> select(Dataset<Row> rows, EvaluatedColumns columns) {
    List<Column> wanted = new ArrayList<>();
    if (hasClass(columns)) {
      wanted.add(number(columns.label()));
      wanted.add(number(columns.prediction()));
      wanted.add(array(rows, columns.probabilities()));
    }
    wanted.add(number(columns.number()));
    wanted.add(number(columns.expected()));
    columns.quantiles().forEach(quantile -> wanted.add(number(quantile.field())));
    wanted.add(number(columns.event() == null ? null : columns.event().probability()));
    columns.groups().forEach(group -> wanted.add(column(group).cast("string")));
    return rows.select(wanted.toArray(Column[]::new));
  }

  /** Null when a value that the model should have said is missing. */
  ClassRow classRow(Row row) {
    if (!isWhole(row, LABEL) || !isWhole(row, PREDICTION) || row.isNullAt(PROBABILITIES)) {
      return null;
    }
    boolean hasNumber = !predicted.none() && !Double.isNaN(number(row, numberAt));
    NumberRow number = hasNumber ? numberRow(row) : null;
    return hasNumber && number == null
        ? null
        : new ClassRow(
            (int) row.getDouble(LABEL),
            (int) row.getDouble(PREDICTION),
            probabilities(row),
            number,
            number(row, eventAt()));
  }

  /** Null when a value is missing, or is no number. */
  NumberRow numberRow(Row row) {
    double truth = number(row, numberAt);
    double expected = number(row, numberAt + 1);
    double[] quantiles = new double[predicted.levels().size()];
    boolean whole = Double.isFinite(truth) && (!predicted.expected() || Double.isFinite(expected));
    for (int i = 0; i < quantiles.length; i++) {
      quantiles[i] = number(row, numberAt + 2 + i);
      whole &= Double.isFinite(quantiles[i]);
    }
    return whole ? new NumberRow(truth, expected, quantiles) : null;
  }

  int groupsAt() {
    return eventAt() + 1;
  }

  private int eventAt() {
    return numberAt + 2 + predicted.levels().size();
  }

  static String group(Row row, int index) {
    return row.isNullAt(index) ? "(none)" : row.getString(index);
  }

  static Column column(String name) {
    return col("`" + name + "`");
  }

  private static boolean hasClass(EvaluatedColumns columns) {
    return columns.probabilities() != null;
  }

  private static boolean isWhole(Row row, int index) {
    return !row.isNullAt(index) && row.getDouble(index) == Math.rint(row.getDouble(index));
  }

  private static double[] probabilities(Row row) {
    Seq<?> values = row.getSeq(PROBABILITIES);
    double[] probabilities = new double[values.size()];
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] = values.apply(i) instanceof Double value ? value : Double.NaN;
    }
    return probabilities;
  }

  private static double number(Row row, int index) {
    return row.isNullAt(index) ? Double.NaN : row.getDouble(index);
  }

  private static Column number(String name) {
    return (name == null ? lit(null) : column(name)).cast("double");
  }

  private static Column array(Dataset<Row> rows, String name) {
    boolean vector = rows.schema().apply(name).dataType() instanceof VectorUDT;
    return vector
        ? functions.vector_to_array(column(name), "float64")
        : column(name).cast("array<double>");
  }
}
