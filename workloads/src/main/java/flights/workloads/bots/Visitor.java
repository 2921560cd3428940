package flights.workloads.bots;

import flights.workloads.chance.SeededNumbers;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One user and what it does, always the same for the same seed and number. */
final class Visitor {

  private static final List<String> FIRST =
      List.of("Ana", "Ben", "Chloe", "David", "Elif", "Finn", "Grace", "Hugo", "Ines", "Jun");
  private static final List<String> LAST =
      List.of("Adams", "Becker", "Costa", "Dubois", "Evans", "Garcia", "Ito", "Khan", "Rossi");
  private static final double MINUTE = 60_000;
  private static final double HOUR = 60 * MINUTE;
  private static final long LEAST_PAUSE = 100;

  private final String kindName;
  private final VisitorKind kind;
  private final SeededNumbers chance;
  private final double pagesAMinute;
  private final Map<PageKind, Double> pages = new EnumMap<>(PageKind.class);
  private ShopUser user;
  private long next;
  private long visitEnd;
  private boolean ordering;

  /**
   * A visitor that has not come yet.
   *
   * @param from the time from which it is there; its first visit comes at least a second later
   */
  Visitor(TrafficRules rules, long seed, int id, long from) {
    chance = new SeededNumbers(seed, id);
    kindName = rules.kind(chance);
    kind = rules.kinds().get(kindName);
    pagesAMinute = kind.pages_a_minute() * alike();
    kind.pages().forEach((page, share) -> pages.put(page, share * alike()));
    user = user(id, from);
    long cycle = (long) (HOUR / kind.visits_an_hour());
    next = from + 1000 + (long) (chance.uniform() * cycle);
    visitEnd = Long.MIN_VALUE;
  }

  private double alike() {
    return chance.gamma(kind.alike()) / kind.alike();
  }

  private ShopUser user(int id, long from) {
    String name = FIRST.get(chance.below(FIRST.size())) + " " + LAST.get(chance.below(LAST.size()));
    int orders = kind.orders() == 0 ? 0 : (int) chance.count(kind.orders(), kind.alike());
    String country = VisitorKind.one(kind.countries(), chance);
    String platform = VisitorKind.one(kind.platforms(), chance);
    // 198.18.0.0/15 belongs to nobody: it is for tests.
    String address = "198.%d.%d.%d".formatted(18 + (id >> 16) % 2, (id >> 8) & 255, id & 255);
    return new ShopUser(id, name, country, platform, address, orders, from);
  }

  String kindName() {
    return kindName;
  }

  VisitorKind kind() {
    return kind;
  }

  ShopUser user() {
    return user;
  }

  /** When it does something next. */
  long next() {
    return next;
  }

  /** Whether the next step is a page of the visit that it has begun. */
  boolean visiting() {
    return next <= visitEnd && !ordering;
  }

  /** Does it, and decides what comes after it. */
  TrafficStep step() {
    long now = next;
    if (ordering) {
      ordering = false;
      rest(now);
      user = user.withOrder(now);
      return new TrafficStep.UserSaved(user, false);
    }
    if (now > visitEnd) {
      visitEnd = now + (long) chance.exponential(kind.minutes() * MINUTE);
    }
    TrafficStep view =
        new TrafficStep.PageView(user.id(), VisitorKind.one(pages, chance), now, user.ipAddress());
    next = now + LEAST_PAUSE + (long) chance.exponential(MINUTE / pagesAMinute);
    if (next > visitEnd) {
      end(now);
    }
    return view;
  }

  private void end(long now) {
    ordering = chance.uniform() < kind.orders_a_visit();
    if (ordering) {
      next = now + LEAST_PAUSE;
    } else {
      rest(now);
    }
  }

  private void rest(long now) {
    visitEnd = now;
    next = now + LEAST_PAUSE + (long) chance.exponential(HOUR / kind.visits_an_hour());
  }
}
