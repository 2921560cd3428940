package flights.model.domain;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The rows that a pipeline starts from.
 *
 * @param format for people
 * @param dropped how many rows are not among them, by reason
 * @param release lets go of what is kept for them
 */
public record InputRows(
    Dataset<Row> rows, String format, Map<String, Long> dropped, Runnable release)
    implements AutoCloseable {

  @Override
  public void close() {
    release.run();
  }
}
