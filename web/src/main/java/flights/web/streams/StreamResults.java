package flights.web.streams;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import flights.core.store.Store;
import flights.web.streams.ResultView.ColumnCounts;
import flights.web.streams.ResultView.Counted;
import flights.web.streams.ResultView.ValueCount;
import flights.web.streams.ResultView.VerdictCount;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Reads the newest results of streams, and never more than so many. */
final class StreamResults {

  static final int NEWEST = 50;
  private static final int MOST_COUNTED = 100_000;
  private static final int MOST_LOOKED_AT = 5_000;
  private static final int MOST_VALUES = 8;
  private static final Duration LATELY = Duration.ofHours(1);
  private static final long PATIENCE_MILLIS = 3_000;

  private record Asked(ResultPage page, String verdict) {}

  private final Supplier<Store> store;
  private final Clock clock;
  private final Briefly<Asked, ResultView> known = new Briefly<>();

  StreamResults(Supplier<Store> store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * To be asked of collections that are indexed.
   *
   * @param verdict one of the page's; null for all
   */
  ResultView of(ResultPage page, String verdict) {
    return known.get(new Asked(page, verdict), () -> read(page, verdict));
  }

  private ResultView read(ResultPage page, String verdict) {
    Bson filter = verdict == null ? Filters.empty() : eq(page.verdict().column(), verdict);
    Set<String> columns = new LinkedHashSet<>(page.columns().keySet());
    columns.add(page.newest());
    if (page.verdict() != null) {
      columns.add(page.verdict().column());
    }
    List<Document> newest = newest(page, filter, columns, NEWEST);
    Object since = since(page);
    return new ResultView(
        page.collection(),
        page.columns(),
        newest.stream().map(it -> ResultValues.of(it, columns)).toList(),
        page.verdict() == null || since == null ? List.of() : lastHour(page, since),
        page.countBy().isEmpty() || since == null ? null : counted(page, since));
  }

  private List<Document> newest(
      ResultPage page, Bson filter, Collection<String> columns, int most) {
    return results(page)
        .find(filter)
        .sort(Sorts.descending(page.newest()))
        .limit(most)
        .projection(
            Projections.fields(Projections.include(List.copyOf(columns)), Projections.excludeId()))
        .maxTime(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
        .into(new ArrayList<>());
  }

  /** An hour ago, in the form that the newest result has; null when there is none. */
  private Object since(ResultPage page) {
    Instant since = clock.instant().minus(LATELY).truncatedTo(ChronoUnit.MILLIS);
    Object last =
        newest(page, Filters.empty(), List.of(page.newest()), 1).stream()
            .findFirst()
            .map(it -> it.get(page.newest()))
            .orElse(null);
    if (last instanceof Date) {
      return Date.from(since);
    }
    if (last instanceof String) {
      return since.toString();
    }
    return last instanceof Number ? (Object) since.toEpochMilli() : null;
  }

  private List<VerdictCount> lastHour(ResultPage page, Object since) {
    List<VerdictCount> counts = new ArrayList<>();
    for (String verdict : page.verdict().values()) {
      long count = count(page, lately(page, verdict, since));
      counts.add(
          new VerdictCount(
              verdict,
              page.standsOut(verdict),
              Math.min(count, MOST_COUNTED),
              count > MOST_COUNTED));
    }
    return counts;
  }

  /**
   * By the command, which an index answers; the driver's own way is a pipeline, which none does.
   */
  private long count(ResultPage page, Document filter) {
    Document answer =
        store
            .get()
            .database()
            .runCommand(
                new Document("count", page.collection())
                    .append("query", filter)
                    .append("limit", MOST_COUNTED + 1)
                    .append("maxTimeMS", PATIENCE_MILLIS));
    return ((Number) answer.get("n")).longValue();
  }

  private Counted counted(ResultPage page, Object since) {
    String verdict = page.verdict().standsOut();
    List<Document> found =
        newest(page, lately(page, verdict, since), page.countBy(), MOST_LOOKED_AT + 1);
    List<Document> looked = found.subList(0, Math.min(found.size(), MOST_LOOKED_AT));
    return new Counted(
        verdict,
        looked.size(),
        found.size() > looked.size(),
        page.countBy().stream().map(it -> counts(page, it, looked)).toList());
  }

  private static ColumnCounts counts(ResultPage page, String column, List<Document> looked) {
    Map<String, Long> counts =
        looked.stream()
            .map(it -> ResultValues.text(it.get(column)))
            .collect(
                Collectors.groupingBy(
                    Function.identity(), LinkedHashMap::new, Collectors.counting()));
    List<ValueCount> values =
        counts.entrySet().stream()
            .map(it -> new ValueCount(it.getKey(), it.getValue()))
            .sorted(
                Comparator.comparingLong(ValueCount::count)
                    .reversed()
                    .thenComparing(ValueCount::value))
            .limit(MOST_VALUES)
            .toList();
    return new ColumnCounts(column, page.heading(column), values);
  }

  private static Document lately(ResultPage page, String verdict, Object since) {
    return new Document(page.verdict().column(), verdict)
        .append(page.newest(), new Document("$gte", since));
  }

  private MongoCollection<Document> results(ResultPage page) {
    return store.get().collection(page.collection());
  }
}
