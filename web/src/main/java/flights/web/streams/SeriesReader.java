package flights.web.streams;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import flights.core.store.Store;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bson.Document;

/** Reads daily series: never more than so many, and once for all who look at the same time. */
final class SeriesReader {

  private static final int MOST_SERIES = 60;
  private static final int MOST_DAYS = 60;

  /** Of a series, in the store: a few more than are shown. */
  private static final int MOST_STORED = 200;

  private final Supplier<Store> store;
  private final Set<String> indexed = ConcurrentHashMap.newKeySet();
  private final Briefly<SeriesPage, SeriesView> views = new Briefly<>(Duration.ofSeconds(1));

  SeriesReader(Supplier<Store> store) {
    this.store = store;
  }

  SeriesView of(SeriesPage page) {
    return views.get(page, () -> read(page));
  }

  private SeriesView read(SeriesPage page) {
    List<Document> statistics =
        store
            .get()
            .collection(page.statistics().collection())
            .find()
            .sort(Sorts.ascending("_id"))
            .limit(MOST_SERIES + 1)
            .maxTime(StreamResults.PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
            .into(new ArrayList<>());
    List<Document> shown = statistics.subList(0, Math.min(statistics.size(), MOST_SERIES));
    List<String> names = shown.stream().map(it -> String.valueOf(it.get("_id"))).toList();
    Map<String, TreeMap<String, Document>> days = byName(page, page.collection(), names);
    Map<String, TreeMap<String, Document>> forecasts =
        page.forecasts() == null ? Map.of() : byName(page, page.forecasts().collection(), names);
    List<SeriesView.Series> series = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      series.add(
          series(
              page,
              names.get(i),
              shown.get(i),
              days.getOrDefault(names.get(i), new TreeMap<>()),
              forecasts.getOrDefault(names.get(i), new TreeMap<>())));
    }
    return new SeriesView(
        series, statistics.size() > shown.size(), quality(page, names, days, forecasts));
  }

  /** By series and day. */
  private Map<String, TreeMap<String, Document>> byName(
      SeriesPage page, String collection, List<String> names) {
    MongoCollection<Document> documents = store.get().collection(collection);
    if (!names.isEmpty() && documents.listIndexes().first() != null && indexed.add(collection)) {
      var unused = documents.createIndex(Indexes.ascending(page.by()));
    }
    Map<String, TreeMap<String, Document>> found = new LinkedHashMap<>();
    documents
        .find(Filters.in(page.by(), names))
        .limit(names.size() * MOST_STORED)
        .maxTime(StreamResults.PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
        .forEach(
            it ->
                found
                    .computeIfAbsent(String.valueOf(it.get(page.by())), name -> new TreeMap<>())
                    .put(String.valueOf(it.get(page.at())), it));
    return found;
  }

  private static SeriesView.Series series(
      SeriesPage page,
      String name,
      Document statistics,
      TreeMap<String, Document> days,
      TreeMap<String, Document> forecasts) {
    Map<String, Object> said = new LinkedHashMap<>();
    Map<String, Object> values = ResultValues.of(statistics, page.statistics().columns().keySet());
    page.statistics().columns().forEach((column, heading) -> said.put(heading, values.get(column)));
    List<SeriesView.Day> drawn =
        days.entrySet().stream()
            .filter(it -> it.getValue().get(page.value()) instanceof Number)
            .map(
                it ->
                    new SeriesView.Day(
                        it.getKey(),
                        number(it.getValue(), page.value()),
                        isMarked(page, it.getValue())))
            .toList();
    return new SeriesView.Series(
        name,
        said,
        drawn.subList(Math.max(0, drawn.size() - MOST_DAYS), drawn.size()),
        forecasts.isEmpty() ? null : forecast(page.forecasts(), forecasts));
  }

  private static SeriesView.Forecast forecast(
      SeriesPage.Forecasts forecasts, TreeMap<String, Document> all) {
    Document newest = all.lastEntry().getValue();
    boolean marked = isOne(newest.get(forecasts.column()));
    Object probability = newest.get(forecasts.probability());
    return new SeriesView.Forecast(
        all.lastKey(),
        forecasts.words().get(marked ? 1 : 0),
        probability instanceof Number number ? (Double) number.doubleValue() : null,
        newest.getString("version"));
  }

  /** Of days that have a forecast, have come, and have a day before. */
  private static SeriesView.Quality quality(
      SeriesPage page,
      List<String> names,
      Map<String, TreeMap<String, Document>> days,
      Map<String, TreeMap<String, Document>> forecasts) {
    if (page.forecasts() == null) {
      return null;
    }
    List<boolean[]> compared =
        names.stream()
            .flatMap(
                name ->
                    compared(
                        page,
                        days.getOrDefault(name, new TreeMap<>()),
                        forecasts.getOrDefault(name, new TreeMap<>()))
                        .stream())
            .toList();
    if (compared.isEmpty()) {
      return null;
    }
    double count = compared.size();
    double marked = compared.stream().filter(it -> it[0]).count() / count;
    boolean mostlyMarked = marked > 0.5;
    return new SeriesView.Quality(
        compared.size(),
        compared.stream().filter(it -> it[0] == it[1]).count() / count,
        mostlyMarked ? marked : 1 - marked,
        page.forecasts().words().get(mostlyMarked ? 1 : 0),
        compared.stream().filter(it -> it[0] == it[2]).count() / count);
  }

  /** For each such day what came, what was expected, and what the day before was like. */
  private static Collection<boolean[]> compared(
      SeriesPage page, TreeMap<String, Document> days, TreeMap<String, Document> forecasts) {
    return forecasts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.reverseOrder()))
        .filter(it -> days.containsKey(it.getKey()) && days.containsKey(before(it.getKey())))
        .limit(MOST_DAYS)
        .map(
            it ->
                new boolean[] {
                  isMarked(page, days.get(it.getKey())),
                  isOne(it.getValue().get(page.forecasts().column())),
                  isMarked(page, days.get(before(it.getKey())))
                })
        .collect(Collectors.toList());
  }

  /** The day before; an empty text for what is no day. */
  private static String before(String date) {
    try {
      return LocalDate.parse(date).minusDays(1).toString();
    } catch (DateTimeParseException e) {
      return "";
    }
  }

  private static boolean isMarked(SeriesPage page, Document day) {
    return page.mark() != null && isOne(day.get(page.mark().column()));
  }

  private static boolean isOne(Object value) {
    return value instanceof Number number && number.doubleValue() == 1
        || Boolean.TRUE.equals(value);
  }

  private static double number(Document document, String column) {
    return ((Number) document.get(column)).doubleValue();
  }
}
