package flights.workloads.bots;

import flights.workloads.chance.SeededNumbers;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Rows to learn from: each is what a window has of one user at one page of its first visit, the
 * same as a query counts. Each row is of another user.
 */
final class SampleRows {

  private static final long WINDOW = 10 * 60_000L;
  private static final long SLIDE = 2 * 60_000L;

  /** A visit that is longer is cut: it bounds the memory. */
  private static final int MOST_VIEWS = 10_000;

  /** The share of people among whom bots of kinds that training has not seen are to be found. */
  private static final double HELD_BACK_PEOPLE = 0.2;

  private final TrafficRules rules;
  private final long seed;

  SampleRows(TrafficRules rules, long seed) {
    this.rules = rules;
    this.seed = seed;
  }

  void write(int rows, OutputStream out, LongConsumer progress) throws IOException {
    line(
        out,
        "id,kind,held_back,country,platform,product_views,listing_views,gallery_views,nb_orders,"
            + "label");
    for (int id = 1; id <= rows; id++) {
      line(out, row(id));
      progress.accept(id);
    }
  }

  private String row(int id) {
    SeededNumbers chance = new SeededNumbers(seed, id, 1);
    Visitor visitor = new Visitor(rules, seed, id, 0);
    Map<PageKind, Integer> counts = counts(visit(visitor), chance);
    VisitorKind kind = visitor.kind();
    boolean heldBack = kind.bot() ? !kind.trained() : chance.uniform() < HELD_BACK_PEOPLE;
    return "%d,%s,%b,%s,%s,%d,%d,%d,%d,%s"
        .formatted(
            id,
            visitor.kindName(),
            heldBack,
            visitor.user().country(),
            visitor.user().platform(),
            counts.getOrDefault(PageKind.product_page, 0),
            counts.getOrDefault(PageKind.products_listing, 0),
            counts.getOrDefault(PageKind.product_gallery, 0),
            visitor.user().nbOrders(),
            kind.bot() ? "bot" : "human");
  }

  private static List<TrafficStep.PageView> visit(Visitor visitor) {
    List<TrafficStep.PageView> views = new ArrayList<>();
    do {
      views.add((TrafficStep.PageView) visitor.step());
    } while (visitor.visiting() && views.size() < MOST_VIEWS);
    return views;
  }

  /** What one of the windows that hold one of the views has when it comes. */
  private static Map<PageKind, Integer> counts(
      List<TrafficStep.PageView> views, SeededNumbers chance) {
    int last = chance.below(views.size());
    long at = views.get(last).at();
    long begin = at - at % SLIDE - SLIDE * chance.below((int) (WINDOW / SLIDE));
    Map<PageKind, Integer> counts = new EnumMap<>(PageKind.class);
    for (TrafficStep.PageView view : views.subList(0, last + 1)) {
      if (view.at() >= begin) {
        counts.merge(view.event(), 1, Integer::sum);
      }
    }
    return counts;
  }

  private static void line(OutputStream out, String text) throws IOException {
    out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
