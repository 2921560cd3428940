package flights.workloads.sales;

import flights.workloads.chance.SeededNumbers;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;

/** Writes the rows of a day, right ones and wrong ones. */
final class SalesRows {

  private static final String[] NO_NUMBERS = {"n/a", "five", "-", "12 pcs", "?"};
  private static final int PRODUCT_ID = 0;
  private static final int STORE_ID = 3;
  private static final int QUANTITY = 5;
  private static final int DATE = 6;

  private final SalesCsv out;
  private final Shop shop;
  private final Demand demand;
  private final byte[][] products;
  private final byte[][] stores;
  private final byte[][] prices;
  private LocalDate day;
  private byte[] dayEnd;

  SalesRows(SalesCsv out, Shop shop, Demand demand) {
    this.out = out;
    this.shop = shop;
    this.demand = demand;
    products =
        shop.products().stream()
            .map(product -> joined(product.id(), product.name()))
            .toArray(byte[][]::new);
    stores =
        shop.stores().stream()
            .map(store -> joined(store.id(), store.name()))
            .toArray(byte[][]::new);
    prices = new byte[products.length][];
  }

  private static byte[] joined(String id, String name) {
    return SalesCsv.bytes(SalesCsv.field(id) + "," + SalesCsv.field(name) + ",");
  }

  /** The demand has been asked for this day. */
  void begin(LocalDate day) {
    this.day = day;
    dayEnd = SalesCsv.bytes("," + day + "\n");
    for (int i = 0; i < prices.length; i++) {
      prices[i] = SalesCsv.bytes(price(i) + ",");
    }
  }

  private String price(int product) {
    int cents = demand.cents(product);
    return cents / 100 + (cents % 100 < 10 ? ".0" : ".") + cents % 100;
  }

  void right(int store, int product, int quantity) throws IOException {
    out.write(products[product]);
    out.write(prices[product]);
    out.write(stores[store]);
    out.write(quantity);
    out.write(dayEnd);
  }

  /** A row that is wrong in one way, other than to stand there twice. */
  void wrong(int store, int product, int quantity, DirtyKind kind, SeededNumbers numbers)
      throws IOException {
    String[] fields = {
      SalesCsv.field(shop.products().get(product).id()),
      SalesCsv.field(shop.products().get(product).name()),
      price(product),
      SalesCsv.field(shop.stores().get(store).id()),
      SalesCsv.field(shop.stores().get(store).name()),
      String.valueOf(quantity),
      day.toString()
    };
    boolean brokenOff = false;
    switch (kind) {
      case MISSING_FIELD -> brokenOff = leaveOut(fields, numbers);
      case NO_NUMBER -> fields[QUANTITY] = NO_NUMBERS[numbers.below(NO_NUMBERS.length)];
      case NOT_POSITIVE -> fields[QUANTITY] = numbers.below(2) == 0 ? "0" : "-" + quantity;
      case NO_DATE -> fields[DATE] = noDate(numbers);
      case DUPLICATE -> throw new IllegalArgumentException("a duplicate is a right row");
    }
    String row = String.join(",", fields);
    out.write(SalesCsv.bytes((brokenOff ? row.substring(0, row.lastIndexOf(',')) : row) + "\n"));
  }

  /** True when the row ends before its last comma. */
  private static boolean leaveOut(String[] fields, SeededNumbers numbers) {
    int[] needed = {PRODUCT_ID, STORE_ID, QUANTITY, DATE, DATE};
    int left = numbers.below(needed.length);
    fields[needed[left]] = "";
    return left == needed.length - 1;
  }

  private String noDate(SeededNumbers numbers) {
    int year = day.getYear();
    int month = day.getMonthValue();
    return switch (numbers.below(4)) {
      case 0 -> "%04d-02-30".formatted(year);
      case 1 -> "%04d-13-%02d".formatted(year, day.getDayOfMonth());
      case 2 -> "%04d-00-%02d".formatted(year, day.getDayOfMonth());
      default -> "%04d-%02d-%02d".formatted(year, month, YearMonth.from(day).lengthOfMonth() + 1);
    };
  }
}
