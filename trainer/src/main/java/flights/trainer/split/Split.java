package flights.trainer.split;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows that a model is trained on, and those that are held back to evaluate it.
 *
 * @param description of both, in words
 */
public record Split(String name, String description, Dataset<Row> training, Dataset<Row> test) {

  private static final String STALE = "stale split";

  static Split stale(int days, String description, Dataset<Row> training, Dataset<Row> test) {
    return new Split(staleName(days), description, training, test);
  }

  static String staleName(int days) {
    return STALE + ", " + days + " days";
  }

  /** Whether the rows that are trained on are much older than those that are tested on. */
  public boolean stale() {
    return name.startsWith(STALE);
  }
}
