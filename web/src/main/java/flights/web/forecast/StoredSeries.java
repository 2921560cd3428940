package flights.web.forecast;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.MongoException;
import flights.core.contract.Series;
import flights.core.series.SeriesHistory;
import flights.core.series.SeriesPoint;
import flights.core.series.SeriesSummary;
import flights.core.store.Store;
import flights.web.errors.Problem;
import flights.web.predictions.ServedModel;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.Document;

/** The series of versions as the store has them; names are read again after half a minute. */
final class StoredSeries {

  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final int MOST_KEPT = 16;

  private final Supplier<Store> store;
  private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true);

  StoredSeries(Supplier<Store> store) {
    this.store = store;
  }

  private record Known(VersionSeries series, long atNanos) {}

  /**
   * Of the version that answers; empty when the store has none of it.
   *
   * @throws Problem when the store does not answer
   */
  Optional<VersionSeries> of(ServedModel model) {
    String key = model.name() + "/" + model.version();
    synchronized (known) {
      Known found = known.get(key);
      if (found != null && System.nanoTime() - found.atNanos() < FRESH_NANOS) {
        return Optional.of(found.series());
      }
    }
    Optional<VersionSeries> read = reading(() -> read(model));
    read.ifPresent(series -> keep(key, series));
    return read;
  }

  private void keep(String key, VersionSeries series) {
    synchronized (known) {
      known.put(key, new Known(series, System.nanoTime()));
      if (known.size() > MOST_KEPT) {
        known.remove(known.keySet().iterator().next());
      }
    }
  }

  /**
   * From the first month to the last; empty when the version knows no such series.
   *
   * @param values of the fields that tell series apart, in their order
   */
  List<SeriesPoint> points(ServedModel model, List<String> values) {
    return reading(
        () -> history(model).points(SeriesHistory.id(model.name(), model.version(), values)));
  }

  private Optional<VersionSeries> read(ServedModel model) {
    return history(model)
        .summary(model.name(), model.version())
        .map(summary -> new VersionSeries(summary, names(model.config().series(), summary)));
  }

  private Map<String, Map<String, String>> names(Series series, SeriesSummary summary) {
    Map<String, Map<String, String>> names = new HashMap<>();
    series
        .names()
        .forEach(
            (field, place) ->
                names.put(field, names(place, summary.values().getOrDefault(field, List.of()))));
    return names;
  }

  /** By value; those that the collection does not tell are missing. */
  private Map<String, String> names(String place, List<String> values) {
    int dot = place.indexOf('.');
    String field = place.substring(dot + 1);
    Map<String, String> names = new HashMap<>();
    for (Document found :
        store
            .get()
            .collection(place.substring(0, dot))
            .find(in("_id", values))
            .projection(include(field))) {
      if (found.get(field) != null) {
        names.put(String.valueOf(found.get("_id")), String.valueOf(found.get(field)));
      }
    }
    return names;
  }

  private SeriesHistory history(ServedModel model) {
    return new SeriesHistory(store.get(), model.config().series().history());
  }

  private static <T> T reading(Supplier<T> reader) {
    try {
      return reader.get();
    } catch (MongoException e) {
      throw Problem.unavailable("The store does not answer; please try again.");
    }
  }
}
