package flights.workloads.sales;

import flights.workloads.chance.SeededNumbers;
import java.io.IOException;
import java.time.LocalDate;
import java.util.function.LongConsumer;

/** Makes one file of sales. */
final class SalesRun {

  /** Each has numbers of its own, so that a change of one does not change the others. */
  private enum Chance {
    SLOTS,
    DIRT,
    PROMOTIONS,
    NOISE;

    private long seed(long seed) {
      return SeededNumbers.seed(seed, ordinal());
    }
  }

  private final Shop shop;
  private final int productCount;
  private final int storeCount;
  private final SalesCsv out;
  private final DirtyDraw dirty;
  private final SalesHistory history;
  private final SlotDraw slots;
  private final Demand demand;
  private final SalesRows rows;
  private final long noiseSeed;
  private final SeededNumbers noise = new SeededNumbers();
  private long written;
  private LocalDate firstDay;
  private LocalDate lastDay;

  /** What is to be doubled at the end of the day: store, product and quantity of each. */
  private final int[] doubled;

  private int doubledUsed;

  SalesRun(Shop shop, long rows, long seed, SalesCsv out) {
    this.shop = shop;
    this.out = out;
    productCount = shop.products().size();
    storeCount = shop.stores().size();
    dirty = new DirtyDraw(rows, shop.rules().dirty(), new SeededNumbers(Chance.DIRT.seed(seed)));
    history = SalesHistory.of(rows, dirty.slots(), shop);
    slots =
        new SlotDraw(
            dirty.slots(),
            history.days() * productCount * storeCount,
            new SeededNumbers(Chance.SLOTS.seed(seed)));
    demand =
        new Demand(
            shop, new PromotionCalendar(shop.rules().promotions(), Chance.PROMOTIONS.seed(seed)));
    this.rows = new SalesRows(out, shop, demand);
    noiseSeed = Chance.NOISE.seed(seed);
    doubled = new int[3 * productCount * storeCount];
  }

  SalesReport write(LongConsumer progress) throws IOException {
    out.write(SalesCsv.bytes(SalesCsv.HEADER + "\n"));
    for (LocalDate day = history.first(); !day.isAfter(history.last()); day = day.plusDays(1)) {
      day(day);
      progress.accept(written);
    }
    out.flush();
    return new SalesReport(written, out.size(), firstDay, lastDay, dirty.counts());
  }

  private void day(LocalDate day) throws IOException {
    long before = written;
    demand.on(day);
    rows.begin(day);
    long slot = day.toEpochDay() * storeCount * productCount;
    for (int store = 0; store < storeCount; store++) {
      for (int product = 0; product < productCount; product++, slot++) {
        if (slots.next()) {
          row(store, product, slot);
        }
      }
    }
    repeatDoubled();
    if (written > before) {
      firstDay = firstDay == null ? day : firstDay;
      lastDay = day;
    }
  }

  private void row(int store, int product, long slot) throws IOException {
    noise.begin(noiseSeed + slot);
    SalesRules.NoiseRule rule = shop.rules().noise();
    long drawn = noise.count(demand.expected(store, product), rule.dispersion());
    int quantity = (int) Math.max(1, Math.min(rule.most(), drawn));
    DirtyKind kind = dirty.next();
    if (kind == null || kind == DirtyKind.DUPLICATE) {
      rows.right(store, product, quantity);
    } else {
      rows.wrong(store, product, quantity, kind, noise);
    }
    if (kind == DirtyKind.DUPLICATE) {
      doubled[doubledUsed++] = store;
      doubled[doubledUsed++] = product;
      doubled[doubledUsed++] = quantity;
    }
    written++;
  }

  private void repeatDoubled() throws IOException {
    for (int i = 0; i < doubledUsed; i += 3) {
      rows.right(doubled[i], doubled[i + 1], doubled[i + 2]);
      written++;
    }
    doubledUsed = 0;
  }
}
