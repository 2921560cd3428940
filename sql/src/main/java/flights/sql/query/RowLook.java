package flights.sql.query;

import flights.sql.statement.Statement;
import flights.sql.statement.Statement.Emit;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;

/** Shows the rows of a query: of a stream as they come, of a table as they are. */
public final class RowLook {

  private final SparkSession spark;
  private final PrintStream out;

  public RowLook(SparkSession spark, PrintStream out) {
    this.spark = spark;
    this.out = out;
  }

  /** Returns when so many rows are shown as are wanted, or, of a table, all. */
  public void look(Dataset<Row> rows, Statement.Look wanted) {
    RowPrinter printer = new RowPrinter(out);
    long most = wanted.limit().orElse(Long.MAX_VALUE);
    if (!rows.isStreaming()) {
      printer.print(rows, most);
      return;
    }
    Target target =
        new Target(null, null, null, null, true, List.of(), null, java.time.Duration.ZERO);
    Emit emit = wanted.select().emit() == Emit.FINAL ? Emit.FINAL : Emit.ANY;
    try {
      StreamingQuery query =
          rows.writeStream()
              .outputMode(WhenTold.of(rows, target, emit, wanted.place()))
              .trigger(Trigger.ProcessingTime(0))
              .foreachBatch(
                  (batch, id) -> {
                    if (!printer.print(batch, most)) {
                      throw new Shown();
                    }
                  })
              .start();
      query.awaitTermination();
    } catch (StreamingQueryException e) {
      if (!isShown(e)) {
        throw new IllegalStateException(e.getMessage(), e);
      }
    } catch (TimeoutException e) {
      throw new IllegalStateException("the query does not start", e);
    } finally {
      spark.streams().resetTerminated();
    }
  }

  private static boolean isShown(Throwable e) {
    return e instanceof Shown || (e.getCause() != null && isShown(e.getCause()));
  }

  /** All that was wanted is shown. */
  private static final class Shown extends RuntimeException {
    Shown() {
      super("all that was wanted is shown", null, false, false);
    }
  }
}
