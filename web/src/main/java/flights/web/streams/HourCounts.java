package flights.web.streams;

import com.mongodb.client.model.Filters;
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
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bson.Document;

/** Counts the results of the last hour, and never more than so many. */
final class HourCounts {

  private static final int MOST_COUNTED = 100_000;
  private static final int MOST_LOOKED_AT = 5_000;
  private static final int MOST_VALUES = 8;
  private static final Duration LATELY = Duration.ofHours(1);

  /**
   * What was counted.
   *
   * @param verdicts empty when no column says what was found
   * @param counted null when nothing is counted by columns
   */
  record Found(List<VerdictCount> verdicts, Counted counted) {}

  private final Supplier<Store> store;
  private final Clock clock;

  HourCounts(Supplier<Store> store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  Found of(ResultPage page) {
    Object since = page.verdict() == null ? null : since(page);
    return since == null
        ? new Found(List.of(), null)
        : new Found(verdicts(page, since), page.countBy().isEmpty() ? null : counted(page, since));
  }

  /** An hour ago, in the form that the newest result has; null when there is none. */
  private Object since(ResultPage page) {
    Instant since = clock.instant().minus(LATELY).truncatedTo(ChronoUnit.MILLIS);
    Object last =
        StreamResults.newest(store.get(), page, Filters.empty(), List.of(page.newest()), 1).stream()
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

  private List<VerdictCount> verdicts(ResultPage page, Object since) {
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
                    .append("maxTimeMS", StreamResults.PATIENCE_MILLIS));
    return ((Number) answer.get("n")).longValue();
  }

  private Counted counted(ResultPage page, Object since) {
    String verdict = page.verdict().standsOut();
    List<Document> found =
        StreamResults.newest(
            store.get(), page, lately(page, verdict, since), page.countBy(), MOST_LOOKED_AT + 1);
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
}
