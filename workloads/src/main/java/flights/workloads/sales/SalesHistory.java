package flights.workloads.sales;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The days of a file: the usual years, or as many whole months more as it takes for all rows to
 * find a place.
 */
record SalesHistory(LocalDate first, LocalDate last) {

  /**
   * The history for a file.
   *
   * @param rows that stand there once
   */
  static SalesHistory of(long rows, Shop shop) {
    SalesRules.HistoryRule rule = shop.rules().history();
    LocalDate last = rule.lastDay();
    LocalDate usual = begin(last, rule.years());
    long pairs = (long) shop.products().size() * shop.stores().size();
    long days = (rows + pairs - 1) / pairs;
    long most = ChronoUnit.DAYS.between(begin(last, rule.mostYears()), last) + 1;
    if (days > most) {
      throw new SalesException(
          "%,d rows are too many: %,d products in %,d stores make at most %,d in %d years, one a product, store and day; ask for fewer rows, or add products or stores"
              .formatted(
                  rows,
                  shop.products().size(),
                  shop.stores().size(),
                  most * pairs,
                  rule.mostYears()));
    }
    LocalDate needed = last.minusDays(days - 1).withDayOfMonth(1);
    return new SalesHistory(needed.isBefore(usual) ? needed : usual, last);
  }

  /** A first month that is not whole would look like few sales. */
  private static LocalDate begin(LocalDate last, int years) {
    return last.minusYears(years).plusDays(1).withDayOfMonth(1);
  }

  long days() {
    return ChronoUnit.DAYS.between(first, last) + 1;
  }
}
