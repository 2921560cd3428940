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

/** Reads what is evaluated out of rows: class, prediction, probabilities, minutes, groups. */
final class RowReader implements Serializable {

  private static final long serialVersionUID = 1;
  private static final int LABEL = 0;
  private static final int PREDICTION = 1;
  private static final int PROBABILITIES = 2;
  private static final int MINUTES = 3;
  private static final int EXPECTED = 4;
  private static final int PERCENTILES = 5;
  private static final int GROUPS = 8;

  private final Said said;

  RowReader(Said said) {
    this.said = said;
  }

  /** The columns that are read, and no others, in the order in which they are read. */
  static Dataset<Row> select(Dataset<Row> rows, EvaluatedColumns columns) {
    List<Column> wanted = new ArrayList<>();
    wanted.add(number(columns.label()));
    wanted.add(number(columns.prediction()));
    wanted.add(array(rows, columns.probabilities()));
    wanted.add(number(columns.minutes()));
    wanted.add(number(columns.expected()));
    wanted.add(number(columns.p10()));
    wanted.add(number(columns.p50()));
    wanted.add(number(columns.p90()));
    columns.groups().forEach(group -> wanted.add(column(group).cast("string")));
    return rows.select(wanted.toArray(Column[]::new));
  }

  /** Null when a value that the model should have said is missing. */
  ScoredRow read(Row row) {
    boolean whole = isWhole(row, LABEL) && isWhole(row, PREDICTION) && !row.isNullAt(PROBABILITIES);
    if (!whole || (!Double.isNaN(number(row, MINUTES)) && lacksMinutes(row))) {
      return null;
    }
    return new ScoredRow(
        (int) row.getDouble(LABEL),
        (int) row.getDouble(PREDICTION),
        probabilities(row),
        number(row, MINUTES),
        number(row, EXPECTED),
        new double[] {
          number(row, PERCENTILES), number(row, PERCENTILES + 1), number(row, PERCENTILES + 2)
        });
  }

  static String group(Row row, int index) {
    return row.isNullAt(GROUPS + index) ? "(none)" : row.getString(GROUPS + index);
  }

  private boolean lacksMinutes(Row row) {
    boolean lacks = said.expected() && Double.isNaN(number(row, EXPECTED));
    for (int i = 0; i < GROUPS - PERCENTILES; i++) {
      lacks |= said.percentile(i) && Double.isNaN(number(row, PERCENTILES + i));
    }
    return lacks;
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

  private static Column column(String name) {
    return col("`" + name + "`");
  }
}
