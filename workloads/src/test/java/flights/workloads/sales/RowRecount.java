package flights.workloads.sales;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts wrong rows as whoever reads the file does: each by the first reason that holds. */
final class RowRecount {

  private final Map<String, Long> reasons = new TreeMap<>();
  private final List<SaleRow> right = new ArrayList<>();
  private final Set<List<String>> seen = new HashSet<>();

  RowRecount(List<SaleRow> rows) {
    for (SaleRow row : rows) {
      String reason = reason(row);
      if (reason.isEmpty()) {
        right.add(row);
      } else {
        reasons.merge(reason, 1L, Long::sum);
      }
    }
  }

  private String reason(SaleRow row) {
    if (row.product().isEmpty()
        || row.store().isEmpty()
        || row.quantityText().isEmpty()
        || row.dateText().isEmpty()) {
      return "missing field";
    }
    if (!row.quantityText().matches("[+-]?\\d+(\\.\\d+)?")) {
      return "quantity is no number";
    }
    if (Double.parseDouble(row.quantityText()) <= 0) {
      return "quantity is not positive";
    }
    if (!isDay(row.dateText())) {
      return "date does not exist";
    }
    return seen.add(row.fields()) ? "" : "duplicate";
  }

  private static boolean isDay(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  Map<String, Long> reasons() {
    return reasons;
  }

  List<SaleRow> right() {
    return right;
  }
}
