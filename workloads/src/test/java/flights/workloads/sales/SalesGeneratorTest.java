package flights.workloads.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SalesGeneratorTest {

  private static final Shop SHOP = TestShop.bundled();

  @Test
  void theSameSeedMakesTheSameFileWhateverTheOrderOfTheProducts() {
    List<Product> turned = new ArrayList<>(SHOP.products());
    Collections.reverse(turned);
    List<SalesStore> stores = new ArrayList<>(SHOP.stores());
    Collections.reverse(stores);

    String file = SaleRow.text(SHOP, 5_000, 7);

    assertThat(SaleRow.text(new Shop(turned, stores, SHOP.rules()), 5_000, 7)).isEqualTo(file);
    assertThat(SaleRow.text(SHOP, 5_000, 8)).isNotEqualTo(file);
  }

  /** The numbers of this file are a promise: the same on every machine and every Java. */
  @Test
  void theFirstRowsAreThoseThatTheyHaveAlwaysBeen() {
    assertThat(SaleRow.text(SHOP, 1_000_000, 1).lines().limit(3))
        .containsExactly(
            "product_id,product_name,product_price,store_id,store_name,quantity,date",
            "P001,White bread 500 g,1.89,S01,\"Market Square, Ashford\",22,2023-01-01",
            "P003,\"Rolls, pack of 6\",1.59,S01,\"Market Square, Ashford\",19,2023-01-01");
  }

  @Test
  void anotherPriceChangesTheRowsOfItsProductOnly() {
    List<Product> products = new ArrayList<>(SHOP.products());
    products.set(0, new Product("P001", "White bread 500 g", 0.95, "bakery"));
    Shop cheaper = new Shop(products, SHOP.stores(), SHOP.rules());

    assertThat(others(cheaper)).isEqualTo(others(SHOP));
    assertThat(SaleRow.text(cheaper, 5_000, 7)).isNotEqualTo(SaleRow.text(SHOP, 5_000, 7));
  }

  private static List<SaleRow> others(Shop shop) {
    return SaleRow.of(shop, 5_000, 7).stream()
        .filter(row -> !row.productName().equals("White bread 500 g"))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 99, 1_234})
  void thereAreExactlyAsManyRowsAsAskedFor(int rows) {
    assertThat(SaleRow.of(SHOP, rows, 3)).hasSize(rows);
  }

  @Test
  void wrongRowsAreAsManyAsTold() throws IOException {
    SalesReport report = new SalesGenerator(SHOP).write(50_000, 1, OutputStream.nullOutputStream());
    RowRecount recount = new RowRecount(SaleRow.of(SHOP, 50_000, 1));

    Map<String, Long> told = new TreeMap<>();
    report.dirty().forEach((kind, count) -> told.put(kind.reason(), count));
    assertThat(recount.reasons()).isEqualTo(told).hasSize(5).containsEntry("missing field", 300L);
    assertThat(recount.right()).hasSize((int) (50_000 - report.dirtyRows()));
  }

  @Test
  void halfOfAllRowsMayBeWrong() {
    SalesRules rules =
        SHOP.rules().withDirty(Map.of(DirtyKind.NO_DATE, 0.3, DirtyKind.DUPLICATE, 0.2));
    Shop careless = new Shop(SHOP.products(), SHOP.stores(), rules);

    assertThat(new RowRecount(SaleRow.of(careless, 2_000, 1)).reasons())
        .isEqualTo(Map.of("date does not exist", 600L, "duplicate", 400L));
  }

  @Test
  void sharesThatAreTooManyAreRefused() {
    SalesRules rules = SHOP.rules().withDirty(Map.of(DirtyKind.DUPLICATE, 0.6));
    Shop careless = new Shop(SHOP.products(), SHOP.stores(), rules);

    assertThatThrownBy(() -> SaleRow.of(careless, 10, 1))
        .isInstanceOf(SalesException.class)
        .hasMessageContaining("dirty");
  }

  @Test
  void rightRowsStandInTheOrderOfTheirDaysAndOnceAProductStoreAndDay() {
    List<SaleRow> rows = new RowRecount(SaleRow.of(SHOP, 20_000, 1)).right();

    assertThat(rows).extracting(SaleRow::date).isSorted();
    assertThat(rows.get(0).date()).isBetween("2023-01-01", "2023-01-03");
    assertThat(rows.get(rows.size() - 1).date()).isBetween("2025-12-29", "2025-12-31");
    assertThat(new HashSet<>(rows.stream().map(SalesGeneratorTest::slot).toList()))
        .hasSameSizeAs(rows);
  }

  private static List<String> slot(SaleRow row) {
    return List.of(row.product(), row.store(), row.dateText());
  }

  @Test
  void moreRowsThanTheUsualYearsHoldBeginSoonerAtTheFirstOfAMonth() throws IOException {
    Shop small = new Shop(List.of(TestShop.TEA), List.of(TestShop.KIEL), TestShop.flat());
    int twoYears = 731;

    assertThat(first(small, twoYears)).isEqualTo("2024-01-01");
    assertThat(first(small, twoYears + 31)).isEqualTo("2023-12-01");
    assertThat(SaleRow.of(small, twoYears + 31, 1)).hasSize(twoYears + 31);
    assertThat(first(small, 4 * 365 + 1)).isEqualTo("2022-01-01");
    assertThatThrownBy(() -> first(small, 4 * 365 + 2))
        .isInstanceOf(SalesException.class)
        .hasMessage(
            "1,462 rows are too many: 1 product in 1 store have room for 1,461 in 4 years, one a"
                + " product, store and day; ask for fewer rows, or add products or stores");
  }

  private static LocalDate first(Shop shop, long rows) throws IOException {
    return new SalesGenerator(shop).write(rows, 1, OutputStream.nullOutputStream()).first();
  }

  @Test
  void namesMayHaveCommasAndQuotes() {
    Product odd = new Product("P,1", "Tea \"Earl\", loose", 4, "drinks");
    SalesStore store = new SalesStore("S\"1", "Größe, Kiel", "north", "small");
    Shop shop = new Shop(List.of(odd), List.of(store), TestShop.flat());

    assertThat(SaleRow.of(shop, 40, 1))
        .allSatisfy(
            row ->
                assertThat(row.fields())
                    .hasSize(7)
                    .startsWith("P,1", odd.name(), "4.00", "S\"1", store.name()));
  }
}
