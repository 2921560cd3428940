package flights.sql.query;

import java.io.PrintStream;
import java.util.Iterator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Prints rows for people, each on a line, with the names of the columns once. */
public final class RowPrinter {

  private final PrintStream out;
  private boolean begun;
  private long printed;

  public RowPrinter(PrintStream out) {
    this.out = out;
  }

  /** Prints so many rows in all; false when they are printed. */
  synchronized boolean print(Dataset<Row> batch, long most) {
    Iterator<Row> rows = batch.toLocalIterator();
    while (printed < most && rows.hasNext()) {
      Row row = rows.next();
      if (!begun) {
        out.println(String.join(" | ", row.schema().fieldNames()));
        begun = true;
      }
      out.println(line(row));
      printed++;
    }
    return printed < most;
  }

  private static String line(Row row) {
    return IntStream.range(0, row.length())
        .mapToObj(i -> String.valueOf(row.get(i)))
        .collect(Collectors.joining(" | "));
  }
}
