package flights.workloads.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A row of a file of sales, read by other means than it was written. */
record SaleRow(List<String> fields) {

  static String text(Shop shop, long rows, long seed) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      SalesReport report = new SalesGenerator(shop).write(rows, seed, out);
      assertThat(report.bytes()).isEqualTo(out.size());
      assertThat(report.rows()).isEqualTo(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** All rows that a shop makes. */
  static List<SaleRow> of(Shop shop, long rows, long seed) {
    return of(text(shop, rows, seed));
  }

  static List<SaleRow> of(String file) {
    assertThat(file)
        .startsWith("product_id,product_name,product_price,store_id,store_name,quantity,date\n")
        .endsWith("\n");
    return file.lines().skip(1).map(SaleRow::parse).toList();
  }

  private static SaleRow parse(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        field.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return new SaleRow(fields);
  }

  private String field(int i) {
    return i < fields.size() ? fields.get(i) : "";
  }

  String product() {
    return field(0);
  }

  String productName() {
    return field(1);
  }

  double price() {
    return Double.parseDouble(field(2));
  }

  String store() {
    return field(3);
  }

  String storeName() {
    return field(4);
  }

  String quantityText() {
    return field(5);
  }

  int quantity() {
    return Integer.parseInt(field(5));
  }

  String dateText() {
    return field(6);
  }

  LocalDate date() {
    return LocalDate.parse(field(6));
  }
}
