package flights.trainer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Writes sales of 30 products in 4 stores as a person's program might, some of them wrong. */
final class SalesFile {

  private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);
  private static final int DAYS = 1096;
  private static final List<String> WRONG_QUANTITIES =
      List.of("0", "-3", "0.0004", "-0", "n/a", "1,5", "12 pcs", "NaN", "1e30", "", " ", "\"\"");
  private static final List<String> ODD_QUANTITIES =
      List.of("2.5", "1e1", "+3", "007", " 4 ", "\"5\"", "1.2345", ".5");
  private static final List<String> WRONG_DATES =
      List.of(
          "2023-02-29",
          "2024-13-01",
          "2024-04-31",
          "2024-3-1",
          "2024",
          "31.03.2024",
          "today",
          "1969-12-31",
          "2101-01-01",
          "2024-01-01 10:00",
          "+2024-01-01",
          "");

  private final Random random = new Random(7);
  private final StringBuilder text = new StringBuilder();

  private SalesFile() {}

  /** Begins with a byte order mark, and ends its lines in both ways. */
  static Path write(Path file, int rows) throws IOException {
    SalesFile sales = new SalesFile();
    sales.text.append('\uFEFF').append(String.join(",", SalesRecount.COLUMNS)).append("\r\n");
    for (int i = 0; i < rows; i++) {
      sales.row();
    }
    return Files.writeString(file, sales.text, StandardCharsets.UTF_8);
  }

  private void row() {
    int product = 1 + random.nextInt(30);
    int store = 1 + random.nextInt(4);
    LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
    double season =
        1 + 0.8 * Math.cos(2 * Math.PI * (day.getMonthValue() - 4 * (product % 3)) / 12);
    long sold = 1 + Math.round(season * product * store * (0.5 + random.nextDouble()));
    String[] fields = {
      "P%03d".formatted(product),
      product % 3 == 0 ? "\"Nails, 5\"\" of \u00e9tain\"" : "Product " + product,
      "%d.%02d".formatted(product, random.nextInt(100)),
      "S%02d".formatted(store),
      "Shop " + store,
      String.valueOf(sold),
      random.nextInt(500) == 0 ? "2024-02-29" : day.toString()
    };
    int dirt = random.nextInt(100);
    if (dirt < 8) {
      spoil(fields, dirt);
    }
    String row = String.join(",", fields);
    append(dirt == 8 ? odd(row) : row);
    if (dirt == 9) {
      append(row);
      append(row.replace("Shop ", " Shop "));
    }
  }

  private void spoil(String[] fields, int dirt) {
    switch (dirt) {
      case 0 -> fields[random.nextInt(fields.length)] = "";
      case 1 -> fields[random.nextInt(fields.length)] = "  ";
      case 2 -> fields[5] = any(WRONG_QUANTITIES);
      case 3 -> fields[5] = any(ODD_QUANTITIES);
      case 4 -> fields[6] = any(WRONG_DATES);
      case 5 -> fields[0] = " " + fields[0] + "  ";
      case 6 -> fields[3] = '"' + fields[3] + '"';
      default -> fields[1] = random.nextBoolean() ? "" : "\"\"";
    }
  }

  /** Too short, too long, or no row at all. */
  private String odd(String row) {
    return switch (random.nextInt(5)) {
      case 0 -> row.substring(0, row.lastIndexOf(','));
      case 1 -> row + ",";
      case 2 -> row + ",more,and more";
      case 3 -> "";
      default -> ",,,,,,";
    };
  }

  private void append(String row) {
    text.append(row).append(random.nextBoolean() ? "\n" : "\r\n");
  }

  private String any(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }
}
