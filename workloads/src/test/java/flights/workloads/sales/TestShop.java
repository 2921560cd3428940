package flights.workloads.sales;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Shops for tests: the one that is bundled, and one whose rules change nothing. */
final class TestShop {

  static final Path FOLDER = Path.of("..", "resources", "pipelines", "sales");

  static final Product TEA = new Product("P1", "Tea", 4.00, "drinks");
  static final SalesStore KIEL = new SalesStore("S1", "Kiel", "north", "medium");

  private TestShop() {}

  static Shop bundled() {
    return Shop.read(FOLDER);
  }

  /** Sells a hundred a day of everything, on 2 years to the end of 2025, without wrong rows. */
  static SalesRules flat() {
    return rules(kind(1, 1, flatSeason()), Collections.nCopies(7, 1.0), region(1, 1));
  }

  static SalesRules rules(ProductKind drinks, List<Double> weekday, SalesRegion south) {
    return new SalesRules(
        new SalesRules.HistoryRule(LocalDate.of(2025, 12, 31), 2, 4),
        Map.of("drinks", drinks, "food", kind(1, 1, flatSeason())),
        Map.of("small", 0.5, "medium", 1.0),
        Map.of("north", region(1, 1), "south", south),
        weekday,
        new SalesRules.PromotionRule(50, 0, List.of(0.25)),
        new SalesRules.NoiseRule(50, 9999),
        Map.of());
  }

  static ProductKind kind(double elasticity, double trend, List<Double> season) {
    return new ProductKind(100, 4.00, elasticity, trend, season);
  }

  static List<Double> flatSeason() {
    return Collections.nCopies(12, 1.0);
  }

  static SalesRegion region(double demand, double drinks) {
    return new SalesRegion(demand, Map.of("drinks", drinks));
  }
}
