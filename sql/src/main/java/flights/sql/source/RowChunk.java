package flights.sql.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.connector.read.InputPartition;

/** Some rows of a table in Spark's own form, on their way to a task. */
record RowChunk(byte[][] rows) implements InputPartition {

  /** At least one, also without rows. */
  static List<RowChunk> of(Collection<byte[]> rows, int mostBytes) {
    List<RowChunk> chunks = new ArrayList<>();
    List<byte[]> next = new ArrayList<>();
    long size = 0;
    for (byte[] row : rows) {
      next.add(row);
      size += row.length;
      if (size > mostBytes) {
        chunks.add(new RowChunk(next.toArray(byte[][]::new)));
        next.clear();
        size = 0;
      }
    }
    if (!next.isEmpty() || chunks.isEmpty()) {
      chunks.add(new RowChunk(next.toArray(byte[][]::new)));
    }
    return chunks;
  }
}
