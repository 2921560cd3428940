package flights.workloads.sales;

import flights.core.text.Count;
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
   * @param rows of the file
   * @param slots those that stand there once
   */
  static SalesHistory of(long rows, long slots, Shop shop) {
    SalesRules.HistoryRule rule = shop.rules().history();
    LocalDate last = rule.lastDay();
    LocalDate usual = begin(last, rule.years());
    long pairs = (long) shop.products().size() * shop.stores().size();
    long days = (slots + pairs - 1) / pairs;
    long most = ChronoUnit.DAYS.between(begin(last, rule.mostYears()), last) + 1;
    if (days > most) {
      throw new SalesException(
          "%,d rows are too many: %s in %s have room for %,d in %d years, one a product, store and day; ask for fewer rows, or add products or stores"
              .formatted(
                  rows,
                  Count.of(shop.products().size(), "product"),
                  Count.of(shop.stores().size(), "store"),
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
