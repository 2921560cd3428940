package flights.web.streams;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import flights.core.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Reads the newest results of streams, and never more than so many. */
final class StreamResults {

  private static final int NEWEST = 50;
  static final long PATIENCE_MILLIS = 3_000;

  private record Asked(ResultPage page, String verdict) {}

  private final Supplier<Store> store;
  private final HourCounts counts;
  private final Briefly<Asked, List<Document>> newest = new Briefly<>(Duration.ofSeconds(1));

  /** What is counted takes longer than the rows, and changes less. */
  private final Briefly<ResultPage, HourCounts.Found> lastHour =
      new Briefly<>(Duration.ofSeconds(10));

  StreamResults(Supplier<Store> store, Clock clock) {
    this.store = store;
    this.counts = new HourCounts(store, clock);
  }

  /**
   * To be asked of collections that are indexed.
   *
   * @param verdict one of the page's; null for all
   */
  ResultView of(ResultPage page, String verdict) {
    Set<String> columns = columns(page);
    List<Document> rows =
        newest.get(
            new Asked(page, verdict),
            () -> newest(store.get(), page, filter(page, verdict), columns, NEWEST));
    HourCounts.Found found = lastHour.get(page, () -> counts.of(page));
    return new ResultView(
        page.collection(),
        page.columns(),
        rows.stream().map(it -> ResultValues.of(it, columns)).toList(),
        found.verdicts(),
        found.counted());
  }

  /** The newest first, with these columns alone. */
  static List<Document> newest(
      Store store, ResultPage page, Bson filter, Collection<String> columns, int most) {
    return store
        .collection(page.collection())
        .find(filter)
        .sort(Sorts.descending(page.newest()))
        .limit(most)
        .projection(
            Projections.fields(Projections.include(List.copyOf(columns)), Projections.excludeId()))
        .maxTime(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
        .into(new ArrayList<>());
  }

  private static Bson filter(ResultPage page, String verdict) {
    return verdict == null ? Filters.empty() : Filters.eq(page.verdict().column(), verdict);
  }

  private static Set<String> columns(ResultPage page) {
    Set<String> columns = new LinkedHashSet<>(page.columns().keySet());
    columns.add(page.newest());
    if (page.verdict() != null) {
      columns.add(page.verdict().column());
    }
    return columns;
  }
}
