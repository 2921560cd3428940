package flights.trainer.series;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import flights.core.contract.Series;
import flights.core.registry.ModelRegistry;
import flights.core.registry.ModelVersion;
import flights.core.series.SeriesHistory;
import flights.core.series.SeriesPoint;
import flights.core.series.SeriesSummary;
import flights.core.store.Store;
import flights.standalone.EmbeddedStore;
import flights.testing.SparkForTests;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryWritingIT {

  private static final Series SERIES =
      new Series(List.of("shop", "item"), "year", "month", "sold", null, null, "history", Map.of());

  private EmbeddedStore embedded;
  private Store store;
  private ModelRegistry registry;
  private SeriesHistory history;

  @BeforeEach
  void open() {
    embedded = EmbeddedStore.inMemory(0);
    store = Store.open(embedded.uri(), "test");
    registry = new ModelRegistry(store.database());
    history = new SeriesHistory(store, "history");
  }

  @AfterEach
  void close() {
    store.close();
    embedded.close();
  }

  @Test
  void aDocumentASeriesHoldsTheMeanOfEachMonthInItsOrder() {
    write(
        version(1),
        "('S/1', 'tea', 2024, 2, 5.0), ('S/1', 'tea', 2024, 2, 7.0), ('S/1', 'tea', 2023, 12, 1.0),"
            + " ('S/1', 'cake', 2024, 1, 3.0), ('S2', 'tea', 2024, 1, null), (null, 'tea', 2024, 3, 1)");

    assertThat(history.points(SeriesHistory.id("sales", "v1", List.of("S/1", "tea"))))
        .containsExactly(new SeriesPoint("2023-12", 1), new SeriesPoint("2024-02", 6));
    assertThat(history.points(SeriesHistory.id("sales", "v1", List.of("S2", "tea")))).isEmpty();
    SeriesSummary summary = history.summary("sales", "v1").orElseThrow();
    assertThat(summary.series()).isEqualTo(2);
    assertThat(summary.last()).isEqualTo("2024-02");
    assertThat(summary.first()).isEqualTo(Map.of("shop", "S/1", "item", "cake"));
    assertThat(summary.values())
        .isEqualTo(Map.of("shop", List.of("S/1"), "item", List.of("cake", "tea")));
    assertThat(summary.counts()).isEqualTo(Map.of("shop", 1L, "item", 2L));
    assertThat(store.collection("history").find(eq("item", "tea")).first().keySet())
        .contains("_id", "model", "version", "shop", "item", "points");
  }

  @Test
  void ofALongSeriesTheLatestMonthsAreKept() {
    String months =
        "(select 'S', 'tea', 2000 + int(id / 12), int(1 + id % 12), double(id) from range(150))";
    write(version(1), months);

    List<SeriesPoint> points = history.points(SeriesHistory.id("sales", "v1", List.of("S", "tea")));
    assertThat(points).hasSize(120);
    assertThat(points.get(0)).isEqualTo(new SeriesPoint("2002-07", 30));
    assertThat(points.get(119)).isEqualTo(new SeriesPoint("2012-06", 149));
  }

  @Test
  void theLatestTheChampionAndTheOneBeforeAreKept() {
    for (int i = 1; i <= 7; i++) {
      String id = SeriesHistory.id("sales", "v" + i, List.of("S", "tea"));
      store.collection("history").insertOne(new Document("_id", id).append("points", List.of()));
      history.put(SeriesSummary.begun("sales", "v" + i, Instant.now()));
      registry.register(version(i));
      if (i <= 2) {
        registry.promote("sales", "v" + i, "for the test");
      }
    }
    // Of another training, that goes on.
    history.put(SeriesSummary.begun("sales", "other", Instant.now()));
    // Of one that was killed the day before yesterday.
    history.put(SeriesSummary.begun("sales", "killed", Instant.now().minus(2, ChronoUnit.DAYS)));
    write(version(8), "('S', 'tea', 2024, 1, 1.0)");

    assertThat(history.summaries("sales"))
        .extracting(SeriesSummary::version)
        .containsExactlyInAnyOrder("v1", "v2", "v5", "v6", "v7", "v8", "other");
    assertThat(history.summary("sales", "other")).isEmpty();
    assertThat(store.collection("history").countDocuments()).isEqualTo(2 * 6 + 1);
  }

  @Test
  void aModelWithoutSeriesLeavesNothing() {
    new HistoryWriting(store, registry).write(version(1), null, null);

    assertThat(store.collection("history").countDocuments()).isZero();
  }

  private static ModelVersion version(int i) {
    Instant at = Instant.parse("2026-01-01T00:00:00Z").plus(i, ChronoUnit.HOURS);
    return new ModelVersion("sales", "v" + i, "file:/x", at, Map.of());
  }

  private void write(ModelVersion version, String rows) {
    String values = rows.startsWith("(select") ? rows : "values " + rows;
    new HistoryWriting(store, registry)
        .write(
            version,
            SERIES,
            new SeriesRows(
                SparkForTests.forFewRows()
                    .sql("select * from (" + values + ") as t(shop, item, year, month, sold)"),
                "sold"));
  }
}
