package flights.workloads.sales;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.LongConsumer;

/**
 * Makes a file of sales: the same for the same shop, rows and seed, byte for byte. Rows stand in
 * the order of their days, at most one a product, store and day; those that stand there twice, at
 * the end of their day. Memory does not depend on the number of rows.
 */
public final class SalesGenerator {

  private final Shop shop;

  public SalesGenerator(Shop shop) {
    this.shop = shop;
  }

  /** Writes the header and exactly so many rows; the stream stays open. */
  public SalesReport write(long rows, long seed, OutputStream out) throws IOException {
    return write(rows, seed, out, written -> {});
  }

  /**
   * The same.
   *
   * @param progress is told how many rows are written, once for each day
   */
  public SalesReport write(long rows, long seed, OutputStream out, LongConsumer progress)
      throws IOException {
    if (rows < 1) {
      throw new SalesException("there must be at least 1 row, not " + rows);
    }
    return new SalesRun(shop, rows, seed, new SalesCsv(out)).write(progress);
  }
}
