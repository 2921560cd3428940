package flights.trainer.series;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import flights.core.contract.Series;
import flights.core.registry.ModelRegistry;
import flights.core.registry.ModelVersion;
import flights.core.series.SeriesHistory;
import flights.core.series.SeriesSummary;
import flights.core.store.Store;
import flights.model.store.StoreConnector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Writes the series of a new version, and removes those of versions that have had their day. */
public final class HistoryWriting {

  /** Of the latest versions, beside the champion and the one before it. */
  private static final int KEPT = 3;

  /** What another training is still writing is left alone. */
  private static final Duration WRITTEN_WITHIN = Duration.ofDays(1);

  private final Store store;
  private final ModelRegistry registry;

  public HistoryWriting(Store store, ModelRegistry registry) {
    this.store = store;
    this.registry = registry;
  }

  /**
   * Writes all series of a version, or none.
   *
   * @param series null for a model without, for which nothing is done
   */
  public void write(ModelVersion version, Series series, SeriesRows rows) {
    if (series == null) {
      return;
    }
    SeriesHistory history = new SeriesHistory(store, series.history());
    String model = version.name();
    history.delete(model, version.version());
    history.put(SeriesSummary.begun(model, version.version(), Instant.now()));
    Dataset<Row> documents = rows.documents(series, model, version.version()).cache();
    try {
      StoreConnector.write(documents, store.access(), series.history());
      history.put(summary(version, series, documents));
      removeOld(history, version);
    } catch (RuntimeException e) {
      history.delete(model, version.version());
      throw e;
    } finally {
      documents.unpersist();
    }
  }

  private static SeriesSummary summary(
      ModelVersion version, Series series, Dataset<Row> documents) {
    List<Column> told = new ArrayList<>();
    told.add(max(expr("element_at(points, -1).t")));
    told.add(
        min(struct(Stream.concat(Stream.of(col("_id")), fields(series)).toArray(Column[]::new))));
    fields(series).map(functions::count_distinct).forEach(told::add);
    Row all = documents.agg(count(lit(1)), told.toArray(Column[]::new)).first();
    Row firstOne = all.getStruct(2);
    Map<String, String> first = new LinkedHashMap<>();
    Map<String, List<String>> values = new LinkedHashMap<>();
    Map<String, Long> counts = new LinkedHashMap<>();
    for (int i = 0; i < series.by().size(); i++) {
      String field = series.by().get(i);
      first.put(field, firstOne == null ? "" : firstOne.getString(i + 1));
      values.put(field, values(documents, field));
      counts.put(field, all.getLong(i + 3));
    }
    return new SeriesSummary(
        version.name(),
        version.version(),
        Instant.now(),
        true,
        all.getLong(0),
        all.getString(1),
        first,
        values,
        counts);
  }

  private static Stream<Column> fields(Series series) {
    return series.by().stream().map(field -> col("`" + field + "`"));
  }

  private static List<String> values(Dataset<Row> documents, String field) {
    return documents
        .select(col("`" + field + "`").as("it"))
        .distinct()
        .orderBy("it")
        .limit(SeriesSummary.MOST_VALUES)
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private void removeOld(SeriesHistory history, ModelVersion written) {
    Set<String> kept = new HashSet<>(Set.of(written.version()));
    registry
        .champion(written.name())
        .ifPresent(
            champion -> {
              kept.add(champion.version());
              champion.earlier().stream().findFirst().ifPresent(kept::add);
            });
    List<ModelVersion> versions = registry.versions(written.name());
    versions.stream().limit(KEPT).map(ModelVersion::version).forEach(kept::add);
    Set<String> registered = new HashSet<>();
    versions.forEach(it -> registered.add(it.version()));
    Instant before = Instant.now().minus(WRITTEN_WITHIN);
    for (SeriesSummary summary : history.summaries(written.name())) {
      boolean isOver = registered.contains(summary.version()) || summary.begunAt().isBefore(before);
      if (isOver && !kept.contains(summary.version())) {
        history.delete(summary.model(), summary.version());
      }
    }
  }
}
