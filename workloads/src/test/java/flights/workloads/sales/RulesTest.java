package flights.workloads.sales;

import static flights.workloads.sales.TestShop.KIEL;
import static flights.workloads.sales.TestShop.TEA;
import static flights.workloads.sales.TestShop.flat;
import static flights.workloads.sales.TestShop.flatSeason;
import static flights.workloads.sales.TestShop.kind;
import static flights.workloads.sales.TestShop.region;
import static flights.workloads.sales.TestShop.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Each rule, seen in the numbers: two groups of rows differ by the factor that the rule says. */
class RulesTest {

  private static final List<Double> ALL_ALIKE = Collections.nCopies(7, 1.0);
  private static final Percentage CLOSE = Percentage.withPercentage(4);

  @Test
  void whatNothingChangesSellsWhatItsKindSays() {
    List<SaleRow> rows = all(flat(), List.of(TEA), List.of(KIEL));
    assertThat(mean(rows, row -> true)).isCloseTo(100, CLOSE);
    assertThat(rows).allSatisfy(row -> assertThat(row.price()).isEqualTo(4.00));
  }

  @Test
  void halfThePriceSellsTwoToTheElasticityTimesAsMuch() {
    List<SaleRow> rows =
        all(
            rules(kind(1.5, 1, flatSeason()), ALL_ALIKE, region(1, 1)),
            List.of(TEA, new Product("P2", "Cheap tea", 2.00, "drinks")),
            List.of(KIEL));
    assertThat(mean(rows, row -> row.product().equals("P2")))
        .isCloseTo(Math.pow(2, 1.5) * mean(rows, row -> row.product().equals("P1")), CLOSE);
  }

  @Test
  void aMonthSellsByTheSeasonOfTheKind() {
    List<Double> season = new ArrayList<>(flatSeason());
    season.set(6, 3.0);
    List<SaleRow> rows =
        all(
            rules(kind(1, 1, season), ALL_ALIKE, region(1, 1)),
            List.of(TEA, new Product("P2", "Bread", 4.00, "food")),
            List.of(KIEL));
    assertThat(mean(rows, row -> isJuly(row) && row.product().equals("P1"))).isCloseTo(300, CLOSE);
    assertThat(mean(rows, row -> !isJuly(row) && row.product().equals("P1"))).isCloseTo(100, CLOSE);
    assertThat(mean(rows, row -> isJuly(row) && row.product().equals("P2"))).isCloseTo(100, CLOSE);
  }

  private static boolean isJuly(SaleRow row) {
    return row.date().getMonthValue() == 7;
  }

  @Test
  void aWeekdaySellsByItsFactor() {
    List<SaleRow> rows =
        all(
            rules(
                kind(1, 1, flatSeason()), List.of(1.0, 1.0, 1.0, 1.0, 1.0, 2.0, 1.0), region(1, 1)),
            List.of(TEA),
            List.of(KIEL));
    assertThat(mean(rows, RulesTest::isSaturday)).isCloseTo(200, CLOSE);
    assertThat(mean(rows, row -> !isSaturday(row))).isCloseTo(100, CLOSE);
  }

  private static boolean isSaturday(SaleRow row) {
    return row.date().getDayOfWeek() == DayOfWeek.SATURDAY;
  }

  @Test
  void aStoreSellsByItsSizeAndRegionAndTheRegionsTasteForAKind() {
    List<SaleRow> rows =
        all(
            rules(kind(1, 1, flatSeason()), ALL_ALIKE, region(1.5, 2)),
            List.of(TEA, new Product("P2", "Bread", 4.00, "food")),
            List.of(
                KIEL,
                new SalesStore("S2", "Sylt", "north", "small"),
                new SalesStore("S3", "Ulm", "south", "medium")));
    assertThat(mean(rows, row -> row.store().equals("S2"))).isCloseTo(50, CLOSE);
    assertThat(mean(rows, row -> row.store().equals("S3") && row.product().equals("P1")))
        .isCloseTo(300, CLOSE);
    assertThat(mean(rows, row -> row.store().equals("S3") && row.product().equals("P2")))
        .isCloseTo(150, CLOSE);
  }

  @Test
  void aYearLaterSellsByTheTrend() {
    List<SaleRow> rows =
        all(
            rules(kind(1, 1.5, flatSeason()), ALL_ALIKE, region(1, 1)),
            List.of(TEA),
            List.of(KIEL));
    double before = mean(rows, row -> row.date().getYear() == 2024);
    assertThat(mean(rows, row -> row.date().getYear() == 2025)).isCloseTo(1.5 * before, CLOSE);
  }

  @Test
  void aPromotionLowersThePriceThatIsPaidAndSellsByTheElasticity() {
    SalesRules rules = rules(kind(2, 1, flatSeason()), ALL_ALIKE, region(1, 1));
    rules = with(rules, new SalesRules.PromotionRule(50, 10, List.of(0.25)), rules.noise());
    List<SaleRow> rows = all(rules, List.of(TEA), List.of(KIEL));

    assertThat(rows.stream().map(SaleRow::price).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(4.00, 3.00);
    assertThat((double) rows.stream().filter(row -> row.price() == 3.00).count() / rows.size())
        .isCloseTo(10.0 / 50, within(0.03));
    assertThat(mean(rows, row -> row.price() == 3.00)).isCloseTo(100 * Math.pow(0.75, -2), CLOSE);
    assertThat(mean(rows, row -> row.price() == 4.00)).isCloseTo(100, CLOSE);
  }

  @Test
  void noiseHasTheVarianceThatTheDispersionSays() {
    SalesRules flat = flat();
    SalesRules rules =
        with(flat, flat.promotions(), new SalesRules.NoiseRule(5, flat.noise().most()));
    List<SaleRow> rows = all(rules, List.of(TEA, product(2), product(3)), List.of(KIEL));

    double mean = mean(rows, row -> true);
    double variance =
        quantities(rows, row -> true).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
    assertThat(variance).isCloseTo(100 + 100 * 100 / 5.0, Percentage.withPercentage(15));
  }

  @Test
  void aDaySellsAtLeastOneAndAtMostWhatTheRulesSay() {
    SalesRules flat = flat();
    SalesRules rules = with(flat, flat.promotions(), new SalesRules.NoiseRule(5, 120));
    Product dear = new Product("P2", "Champagne", 40_000, "drinks");

    List<SaleRow> rows = all(rules, List.of(TEA, dear), List.of(KIEL));

    assertThat(quantities(rows, row -> row.product().equals("P1")).max()).hasValue(120);
    assertThat(quantities(rows, row -> row.product().equals("P2")).distinct()).containsExactly(1.0);
  }

  private static SalesRules with(
      SalesRules rules, SalesRules.PromotionRule promotions, SalesRules.NoiseRule noise) {
    return new SalesRules(
        rules.history(),
        rules.kinds(),
        rules.sizes(),
        rules.regions(),
        rules.weekday(),
        promotions,
        noise,
        rules.dirty());
  }

  private static Product product(int number) {
    return new Product("P" + number, "Tea " + number, 4.00, "drinks");
  }

  /** A row for each product, store and day. */
  private static List<SaleRow> all(
      SalesRules rules, List<Product> products, List<SalesStore> stores) {
    return SaleRow.of(new Shop(products, stores, rules), 731L * products.size() * stores.size(), 1);
  }

  private static double mean(List<SaleRow> rows, Predicate<SaleRow> which) {
    return quantities(rows, which).average().orElseThrow();
  }

  private static DoubleStream quantities(List<SaleRow> rows, Predicate<SaleRow> which) {
    return rows.stream().filter(which).mapToDouble(SaleRow::quantity);
  }
}
