package flights.workloads.sales;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What each store is expected to sell of each product, and at which price, a day at a time. */
final class Demand {

  private static final double DAYS_A_YEAR = 365.25;

  private final Shop shop;
  private final PromotionCalendar promotions;
  private final List<ProductKind> kinds;
  private final int[] kindOf;
  private final double[][] byStore;
  private final double[] byKind;
  private final double[] byPrice;
  private final int[] cents;
  private final LocalDate base;

  Demand(Shop shop, PromotionCalendar promotions) {
    this.shop = shop;
    this.promotions = promotions;
    List<String> names = List.copyOf(shop.rules().kinds().keySet());
    kinds = names.stream().map(shop.rules().kinds()::get).toList();
    kindOf = shop.products().stream().mapToInt(product -> names.indexOf(product.kind())).toArray();
    byStore = shop.stores().stream().map(store -> factors(store, names)).toArray(double[][]::new);
    byKind = new double[kinds.size()];
    byPrice = new double[kindOf.length];
    cents = new int[kindOf.length];
    base = shop.rules().history().lastDay().minusMonths(6);
  }

  private double[] factors(SalesStore store, List<String> kinds) {
    double size = shop.rules().sizes().get(store.size());
    SalesRegion region = shop.rules().regions().get(store.region());
    return kinds.stream().mapToDouble(kind -> size * region.of(kind)).toArray();
  }

  /** What is asked from now on is of this day. */
  void on(LocalDate day) {
    double years = ChronoUnit.DAYS.between(base, day) / DAYS_A_YEAR;
    double weekday = shop.rules().weekday().get(day.getDayOfWeek().getValue() - 1);
    for (int i = 0; i < byKind.length; i++) {
      ProductKind kind = kinds.get(i);
      byKind[i] =
          kind.quantity()
              * kind.season().get(day.getMonthValue() - 1)
              * StrictMath.pow(kind.trend(), years)
              * weekday;
    }
    for (int i = 0; i < cents.length; i++) {
      Product product = shop.products().get(i);
      price(i, product, promotions.cut(product, day.toEpochDay()));
    }
  }

  private void price(int i, Product product, int cut) {
    double share =
        cut == PromotionCalendar.NONE ? 1 : 1 - shop.rules().promotions().cuts().get(cut);
    int paid = (int) Math.max(1, Math.round(product.price() * share * 100));
    if (paid != cents[i]) {
      ProductKind kind = kinds.get(kindOf[i]);
      cents[i] = paid;
      byPrice[i] = StrictMath.pow(paid / 100.0 / kind.typicalPrice(), -kind.elasticity());
    }
  }

  /** The price of a product, in cents. */
  int cents(int product) {
    return cents[product];
  }

  double expected(int store, int product) {
    int kind = kindOf[product];
    return byKind[kind] * byStore[store][kind] * byPrice[product];
  }
}
