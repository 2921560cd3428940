package flights.workloads.bots;

import flights.workloads.chance.SeededNumbers;
import java.util.Map;

/** One kind of visitors, as the file of rules describes it. */
record VisitorKind(
    Boolean bot,
    Boolean trained,
    double share,
    double orders,
    double orders_a_visit,
    double visits_an_hour,
    double minutes,
    double pages_a_minute,
    double alike,
    Map<PageKind, Double> pages,
    Map<String, Double> countries,
    Map<String, Double> platforms) {

  VisitorKind {
    require(bot != null && trained != null, "bot and trained must be true or false");
    require(trained || bot, "people must be trained: they are in both parts anyway");
    require(share > 0, "share must be over 0");
    require(orders >= 0 && orders <= 1000, "orders must be from 0 to 1000");
    require(orders_a_visit >= 0 && orders_a_visit <= 1, "orders_a_visit must be from 0 to 1");
    require(visits_an_hour > 0 && visits_an_hour <= 60, "visits_an_hour must be up to 60, over 0");
    require(minutes > 0 && minutes <= 600, "minutes must be up to 600, over 0");
    require(
        pages_a_minute > 0 && pages_a_minute <= 600, "pages_a_minute must be up to 600, over 0");
    require(alike >= 1 && alike <= 1000, "alike must be from 1 to 1000");
    requireShares("pages", pages);
    requireShares("countries", countries);
    requireShares("platforms", platforms);
  }

  private static void requireShares(String name, Map<?, Double> shares) {
    require(
        shares != null
            && shares.values().stream().allMatch(share -> share != null && share >= 0)
            && shares.values().stream().mapToDouble(share -> share).sum() > 0,
        name + " must be names with numbers, not all 0");
  }

  private static void require(boolean fine, String fault) {
    if (!fine) {
      throw new IllegalArgumentException(fault);
    }
  }

  /** One of them, by their shares. */
  static <T> T one(Map<T, Double> shares, SeededNumbers chance) {
    double rest = chance.uniform() * shares.values().stream().mapToDouble(share -> share).sum();
    T last = null;
    for (Map.Entry<T, Double> share : shares.entrySet()) {
      rest -= share.getValue();
      if (share.getValue() > 0) {
        last = share.getKey();
        if (rest < 0) {
          return last;
        }
      }
    }
    return last;
  }
}
