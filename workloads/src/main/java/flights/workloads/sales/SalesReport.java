package flights.workloads.sales;

import java.time.LocalDate;
import java.util.Map;

/**
 * What a file of sales holds.
 *
 * @param rows without the header
 * @param first the day of the first row
 * @param last the day of the last row
 * @param dirty how many rows are wrong in each way, each kind included
 */
public record SalesReport(
    long rows, long bytes, LocalDate first, LocalDate last, Map<DirtyKind, Long> dirty) {

  public long dirtyRows() {
    return dirty.values().stream().mapToLong(Long::longValue).sum();
  }
}
