package flights.workloads.sales;

import flights.workloads.chance.SeededNumbers;

/** When each product has a promotion, by chance that depends on the seed and its id alone. */
final class PromotionCalendar {

  /** Not in a promotion. */
  static final int NONE = -1;

  private final SalesRules.PromotionRule rule;
  private final long seed;
  private final SeededNumbers numbers = new SeededNumbers();

  PromotionCalendar(SalesRules.PromotionRule rule, long seed) {
    this.rule = rule;
    this.seed = seed;
  }

  /** Which of the cuts a product's price is lower by on a day, or {@link #NONE}. */
  int cut(Product product, long epochDay) {
    int id = product.id().hashCode();
    numbers.begin(SeededNumbers.seed(seed, id));
    long shifted = epochDay + numbers.below(rule.every());
    numbers.begin(SeededNumbers.seed(seed, id, Math.floorDiv(shifted, rule.every())));
    int begin = numbers.below(rule.every() - rule.days() + 1);
    int cut = numbers.below(rule.cuts().size());
    long day = Math.floorMod(shifted, rule.every());
    return day >= begin && day < begin + rule.days() ? cut : NONE;
  }
}
