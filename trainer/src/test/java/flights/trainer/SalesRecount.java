package flights.trainer;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** The pipeline for sales once more, in plain Java: one row after the other, and no SQL. */
final class SalesRecount {

  static final List<String> COLUMNS =
      List.of(
          "product_id",
          "product_name",
          "product_price",
          "store_id",
          "store_name",
          "quantity",
          "date");

  private static final BigDecimal HIGHEST = new BigDecimal("1e15");

  private final Map<String, Long> dropped = new TreeMap<>();
  private final NavigableMap<String, BigDecimal> merged = new TreeMap<>();
  private final Set<List<String>> seen = new HashSet<>();
  private long clean;

  private SalesRecount() {}

  /** Of a file whose first line names the columns in their usual order. */
  static SalesRecount of(Path csv) throws IOException {
    SalesRecount recount = new SalesRecount();
    try (BufferedReader lines = Files.newBufferedReader(csv, StandardCharsets.UTF_8)) {
      lines.readLine();
      lines.lines().filter(line -> !line.isBlank()).forEach(recount::add);
    }
    return recount;
  }

  /** How many rows, by reason. */
  Map<String, Long> dropped() {
    return dropped;
  }

  long clean() {
    return clean;
  }

  /** Quantities by store, product and month: {@code S01 P001 2024-03}. */
  NavigableMap<String, BigDecimal> merged() {
    return merged;
  }

  private void add(String line) {
    List<String> cells = cells(line);
    List<String> fields = new ArrayList<>(cells.subList(0, Math.min(7, cells.size())));
    while (fields.size() < 7) {
      fields.add("");
    }
    String reason = reason(fields, cells.size());
    if (reason != null) {
      dropped.merge(reason, 1L, Long::sum);
      return;
    }
    clean++;
    merged.merge(
        fields.get(3) + " " + fields.get(0) + " " + YearMonth.from(date(fields.get(6))),
        number(fields.get(5)),
        BigDecimal::add);
  }

  private String reason(List<String> fields, int cells) {
    if (List.of(0, 3, 5, 6).stream().anyMatch(i -> fields.get(i).isEmpty())) {
      return "missing field";
    }
    if (cells != 7) {
      return "other number of fields";
    }
    BigDecimal quantity = number(fields.get(5));
    if (quantity == null) {
      return "quantity is no number";
    }
    if (quantity.signum() <= 0) {
      return "quantity is not positive";
    }
    if (date(fields.get(6)) == null) {
      return "date does not exist";
    }
    return seen.add(fields) ? null : "duplicate";
  }

  /** To three decimals; null when it is no number, or one that no shop sells. */
  private static BigDecimal number(String text) {
    try {
      BigDecimal number = new BigDecimal(text).setScale(3, RoundingMode.HALF_UP);
      return number.abs().compareTo(HIGHEST) < 0 ? number : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static LocalDate date(String text) {
    try {
      LocalDate date = text.length() == 10 ? LocalDate.parse(text) : null;
      return date != null && date.getYear() >= 1970 && date.getYear() <= 2100 ? date : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The fields of a line, without the spaces around them. */
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char sign = line.charAt(i);
      if (quoted && sign == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append(sign);
        i++;
      } else if (sign == '"' && (quoted || cell.isEmpty())) {
        quoted = !quoted;
      } else if (sign == ',' && !quoted) {
        cells.add(trimmed(cell));
        cell.setLength(0);
      } else {
        cell.append(sign);
      }
    }
    cells.add(trimmed(cell));
    return cells;
  }

  private static String trimmed(StringBuilder cell) {
    return cell.toString().replaceAll("^ +| +$", "");
  }
}
