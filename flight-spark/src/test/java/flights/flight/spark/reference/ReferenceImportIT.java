package flights.flight.spark.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import flights.core.store.Store;
import flights.flight.FlightCollections;
import flights.flight.reference.FlightImport;
import flights.flight.reference.FlightImports;
import flights.flight.spark.history.BureauTable;
import flights.flight.spark.history.HistoryException;
import flights.model.progress.Stage;
import flights.standalone.EmbeddedStore;
import flights.testing.SparkForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.sql.SparkSession;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports into a real store. */
class ReferenceImportIT {

  private static final String BUNDLED =
      Path.of("..", "resources", "data").toAbsolutePath().normalize().toUri().toString();
  private static final List<String> LOOK_UPS =
      Arrays.stream(Steps.plan())
          .map(Stage::name)
          .filter(name -> !name.equals(Steps.READING))
          .toList();

  private final ExecutorService thread = Executors.newSingleThreadExecutor();

  @TempDir Path folder;
  private EmbeddedStore embedded;
  private Store store;
  private ReferenceImport imports;

  @BeforeEach
  void open() {
    embedded = EmbeddedStore.inMemory(0);
    store = Store.open(embedded.uri(), "test");
    imports = new ReferenceImport(SparkForTests.forFewRows(), store, BUNDLED);
  }

  @AfterEach
  void close() {
    thread.shutdownNow();
    store.close();
    embedded.close();
  }

  @Test
  @Tag("long")
  void theBundledYearIsFoundById() {
    new ReferenceImport(SparkForTests.session(), store, BUNDLED).run(null);

    assertJulyIsFound();
    assertThat(count(FlightCollections.MONTHLY_TOTALS)).isEqualTo(12);
    assertThat(count(FlightCollections.AIRPLANES)).isGreaterThan(4_000);
    assertTotals(327_346);
    FlightImport done = new FlightImports(store).last().orElseThrow();
    assertThat(done.data()).isNull();
    assertThat(done.first()).isEqualTo(LocalDate.parse("2013-01-01"));
    assertThat(done.last()).isEqualTo(LocalDate.parse("2013-12-31"));
  }

  @Test
  void aMonthOfTheBundledYearIsFoundById() {
    SparkSession spark = SparkForTests.session();
    String july = folder.resolve("july.parquet").toString();
    spark.read().parquet(BUNDLED + "/flights.parquet").where("month = 7").write().parquet(july);

    new ReferenceImport(spark, store, BUNDLED).run(july);

    assertJulyIsFound();
    assertThat(count(FlightCollections.MONTHLY_TOTALS)).isEqualTo(1);
    assertTotals(28_293);
    FlightImport done = new FlightImports(store).last().orElseThrow();
    assertThat(done.data()).endsWith("july.parquet");
    assertThat(done.first()).isEqualTo(LocalDate.parse("2013-07-01"));
    assertThat(done.last()).isEqualTo(LocalDate.parse("2013-07-31"));
  }

  private void assertJulyIsFound() {
    assertThat(find(FlightCollections.DISTANCES, "JFK-PDX"))
        .containsEntry("Origin", "JFK")
        .containsEntry("Dest", "PDX")
        .containsEntry("Distance", 2454.0);
    Document day = find(FlightCollections.FLIGHTS_BY_DATE_ORIGIN, "2013-07-04/JFK");
    List<Document> departures = day.getList("Departures", Document.class);
    assertThat(departures).hasSize(day.getLong("Flights").intValue()).hasSizeGreaterThan(200);
    assertThat(departures).isSortedAccordingTo((a, b) -> clock(a) - clock(b));
    assertThat(departures)
        .filteredOn(flight -> flight.getString("FlightNum").equals("165"))
        .singleElement()
        .satisfies(flight -> assertThat(flight).containsEntry("Carrier", "B6"))
        .satisfies(flight -> assertThat(flight).containsEntry("Dest", "PDX"));
    assertPunctual(find(FlightCollections.ROUTE_HISTORY, "JFK-PDX"));
    assertPunctual(find(FlightCollections.MONTHLY_TOTALS, "2013-07"));
    assertCarrier(find(FlightCollections.CARRIERS, "B6"));
    assertFlightHistory(find(FlightCollections.FLIGHT_HISTORY, "B6-165"));
    assertAirplanes();
    assertAirport(find(FlightCollections.AIRPORTS, "JFK"));
    assertNoDocumentIsNearTheLimit();
  }

  private void assertTotals(long flights) {
    assertThat(total(FlightCollections.MONTHLY_TOTALS)).isEqualTo(flights);
    assertThat(total(FlightCollections.FLIGHTS_BY_DATE_ORIGIN)).isEqualTo(flights);
    assertThat(total(FlightCollections.FLIGHT_HISTORY)).isEqualTo(flights);
    assertThat(total(FlightCollections.CARRIERS)).isEqualTo(flights);
    FlightImport done = new FlightImports(store).last().orElseThrow();
    assertThat(done.whole()).isTrue();
    assertThat(done.flights()).isEqualTo(flights);
  }

  @Test
  void doneAgainItChangesNothing() throws IOException {
    Path flights = flights(row("B6", "165", "JFK", "PDX", "2013-07-04", "N580JB"));
    imports.run(flights.toString());
    Map<String, List<Document>> before = all();

    ImportReport report = imports.run(flights.toString());

    assertThat(all()).isEqualTo(before);
    assertThat(report.collections()).allMatch(written -> written.removed() == 0);
    assertThat(before).allSatisfy((name, documents) -> assertThat(documents).as(name).isNotEmpty());
  }

  @Test
  void anotherHistoryTakesThePlaceOfTheFirst() throws IOException {
    imports.run(flights(row("B6", "165", "JFK", "PDX", "2013-07-04", "N580JB")).toString());

    imports.run(flights(row("AA", "1", "JFK", "LAX", "2014-01-01", "N338AA")).toString());

    assertThat(all())
        .allSatisfy(
            (name, documents) ->
                assertThat(documents)
                    .as(name)
                    .noneMatch(document -> document.toJson().contains("B6")));
    assertThat(find(FlightCollections.DISTANCES, "JFK-PDX")).as("distances stay").isNotNull();
    assertThat(find(FlightCollections.DISTANCES, "JFK-LAX")).isNotNull();
    assertThat(find(FlightCollections.MONTHLY_TOTALS, "2013-07")).isNull();
    assertThat(new FlightImports(store).last().orElseThrow().first())
        .isEqualTo(LocalDate.parse("2014-01-01"));
  }

  @Test
  void whatIsInNoListOfNamesIsThereUnderItsCode() throws IOException {
    imports.run(flights(row("Q9", "7", "QQQ", "ZZZ", "2013-07-04", "N1")).toString());

    assertThat(find(FlightCollections.AIRPORTS, "QQQ"))
        .containsEntry("Name", "QQQ")
        .containsEntry("Departures", 1L)
        .doesNotContainKey("Lat");
    assertThat(find(FlightCollections.CARRIERS, "Q9")).containsEntry("Name", "Q9");
    assertThat(find(FlightCollections.AIRPLANES, "N1"))
        .containsEntry("Carrier", "Q9")
        .doesNotContainKey("Manufacturer");
    assertThat(find(FlightCollections.MANUFACTURERS, "unknown"))
        .containsEntry("Airplanes", 1L)
        .doesNotContainKey("Manufacturer");
  }

  @Test
  void aFlightWithoutATailNumberIsCountedAllTheSame() throws IOException {
    imports.run(flights(row("B6", "165", "JFK", "PDX", "2013-07-04", "")).toString());

    assertThat(find(FlightCollections.CARRIERS, "B6"))
        .containsEntry("FleetSize", 0L)
        .doesNotContainKey("Fleet");
    assertThat(count(FlightCollections.AIRPLANES)).isZero();
    assertThat(
            find(FlightCollections.FLIGHTS_BY_DATE_ORIGIN, "2013-07-04/JFK")
                .getList("Departures", Document.class)
                .get(0))
        .doesNotContainKey("TailNum");
  }

  @Test
  void theBooksDistancesAddToTheDistancesAlone() throws IOException {
    imports.run(flights(row("B6", "165", "JFK", "PDX", "2013-07-04", "N580JB")).toString());
    Path file =
        Files.writeString(
            folder.resolve("origin_dest_distances.jsonl"),
            "{\"Origin\":\"ABQ\",\"Dest\":\"DFW\",\"Distance\":569.0}\n");

    imports.run(file.toString());

    assertThat(find(FlightCollections.DISTANCES, "ABQ-DFW")).containsEntry("Distance", 569.0);
    assertThat(find(FlightCollections.DISTANCES, "JFK-PDX")).isNotNull();
    assertThat(find(FlightCollections.CARRIERS, "B6")).isNotNull();
  }

  @Test
  void distancesThatSomethingElseHasImportedAreNotThereTwice() throws IOException {
    store
        .collection(FlightCollections.DISTANCES)
        .insertMany(
            List.of(
                new Document(Map.of("Origin", "JFK", "Dest", "PDX", "Distance", 1.0)),
                new Document(Map.of("Origin", "ABQ", "Dest", "DFW", "Distance", 569.0))));

    imports.run(flights(row("B6", "165", "JFK", "PDX", "2013-07-04", "N580JB")).toString());

    assertThat(
            store
                .collection(FlightCollections.DISTANCES)
                .find(Filters.eq("Origin", "JFK"))
                .into(new ArrayList<>()))
        .singleElement()
        .satisfies(found -> assertThat(found).containsEntry("Distance", 2454.0));
    assertThat(find(FlightCollections.DISTANCES, "ABQ-DFW")).containsEntry("Distance", 569.0);
  }

  @Test
  void whatCannotBeReadLeavesAllAsItWas() throws IOException {
    imports.run(flights(row("B6", "165", "JFK", "PDX", "2013-07-04", "N580JB")).toString());
    Map<String, List<Document>> before = all();
    FlightImport last = new FlightImports(store).last().orElseThrow();

    assertThatThrownBy(() -> imports.run(folder.resolve("nowhere").toString()))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("nowhere");

    assertThat(all()).isEqualTo(before);
    assertThat(new FlightImports(store).last()).hasValue(last);
  }

  @Test
  void anImportGivesWayToOneThatBeganLater() throws Exception {
    String flights = flights(row("B6", "165", "JFK", "PDX", "2013-07-04", "N580JB")).toString();
    FlightImports notes = new FlightImports(store);

    Future<ImportReport> running = thread.submit(() -> imports.run(flights));
    FlightImport first = await().until(notes::last, Optional::isPresent).orElseThrow();
    notes.put(begunAt(first, Instant.parse("2100-01-01T00:00:00Z")));

    assertThatThrownBy(running::get)
        .hasCauseInstanceOf(ImportException.class)
        .hasMessageContaining("another import has begun");
    assertThat(notes.last().orElseThrow().whole()).isFalse();
  }

  private void assertPunctual(Document record) {
    long flights = record.getLong("Flights");
    assertThat(record.getList("Buckets", Long.class)).hasSize(4);
    assertThat(record.getList("Buckets", Long.class).stream().mapToLong(Long::longValue).sum())
        .isEqualTo(flights);
    assertThat(record.getDouble("OnTimeShare"))
        .isEqualTo((double) record.getLong("OnTime") / flights, within(0.0001));
    for (String delay : List.of("DepDelay", "ArrDelay")) {
      Document percentiles = record.get(delay + "Percentiles", Document.class);
      assertThat(percentiles.getDouble("P10")).isLessThan(percentiles.getDouble("P50"));
      assertThat(percentiles.getDouble("P50")).isLessThan(percentiles.getDouble("P90"));
      assertThat(record.getDouble("Mean" + delay)).isBetween(-30.0, 60.0);
    }
    assertThat(record.getString("First")).isLessThanOrEqualTo(record.getString("Last"));
  }

  private void assertCarrier(Document carrier) {
    assertPunctual(carrier);
    assertThat(carrier).containsEntry("Name", "JetBlue Airways");
    assertThat(carrier.getList("Months", Document.class))
        .hasSize((int) count(FlightCollections.MONTHLY_TOTALS))
        .anySatisfy(month -> assertThat(month).containsEntry("Month", "2013-07"));
    List<Document> fleet = carrier.getList("Fleet", Document.class);
    assertThat(fleet).hasSize(carrier.getLong("FleetSize").intValue()).hasSizeGreaterThan(100);
    assertThat(fleet.get(0)).containsKeys("TailNum", "Flights", "OnTimeShare", "Manufacturer");
    assertThat(carrier.getList("Routes", Document.class)).hasSize(20);
  }

  private void assertFlightHistory(Document history) {
    List<Document> routes = history.getList("Routes", Document.class);
    assertThat(routes).isNotEmpty();
    Document route = routes.get(0);
    assertThat(route)
        .containsEntry("Route", "JFK-PDX")
        .containsEntry("Distance", 2454.0)
        .containsKeys("CRSDepTime", "CRSArrTime", "CRSElapsedTime");
    assertPunctual(route);
  }

  private void assertAirplanes() {
    Document known = find(FlightCollections.AIRPLANES, "N580JB");
    assertThat(known)
        .containsEntry("Carrier", "B6")
        .containsEntry("Manufacturer", "AIRBUS")
        .containsKeys("Model", "Year", "First", "Last", "OnTimeShare");
    List<Document> latest =
        find(FlightCollections.FLIGHTS_BY_TAIL, "N580JB").getList("Latest", Document.class);
    assertThat(latest).hasSizeLessThanOrEqualTo(100);
    assertThat(latest.get(0).getString("FlightDate")).isEqualTo(known.getString("Last"));
    long made =
        store.collection(FlightCollections.MANUFACTURERS).find().into(new ArrayList<>()).stream()
            .mapToLong(maker -> maker.getLong("Airplanes"))
            .sum();
    assertThat(made).isEqualTo(count(FlightCollections.AIRPLANES)).isGreaterThan(2_000);
    assertThat(find(FlightCollections.MANUFACTURERS, "BOEING").getList("Models", Document.class))
        .isNotEmpty();
  }

  private void assertAirport(Document airport) {
    assertThat(airport)
        .containsEntry("Name", "John F Kennedy Intl")
        .containsKeys("Lat", "Lon", "TimeZone", "MeanDelayOfDepartures");
    assertThat(airport.getList("Routes", Document.class)).hasSize(20);
    assertThat(airport.getList("Carriers", Document.class)).isNotEmpty();
  }

  private void assertNoDocumentIsNearTheLimit() {
    for (String name : LOOK_UPS) {
      assertThat(store.database().getCollection(name, RawBsonDocument.class).find().batchSize(50))
          .as(name)
          .allMatch(document -> document.getByteBuffer().remaining() < 1_000_000);
    }
  }

  private static FlightImport begunAt(FlightImport of, Instant start) {
    return new FlightImport(
        of.data(),
        of.format(),
        of.flights(),
        of.dropped(),
        of.malformed(),
        of.first(),
        of.last(),
        start,
        null);
  }

  private static String[] row(
      String carrier, String number, String origin, String dest, String date, String tail) {
    return new String[] {
      "Reporting_Airline", carrier, "Flight_Number_Reporting_Airline", number, "Origin", origin,
      "Dest", dest, "FlightDate", date, "Tail_Number", tail
    };
  }

  private Path flights(String[] flight) throws IOException {
    return new BureauTable().flight(flight).csv(folder.resolve("flights.csv"));
  }

  private Document find(String collection, String id) {
    return store.collection(collection).find(Filters.eq("_id", id)).first();
  }

  private long count(String collection) {
    return store.collection(collection).countDocuments();
  }

  private long total(String collection) {
    return store
        .collection(collection)
        .find()
        .projection(Projections.include("Flights"))
        .into(new ArrayList<>())
        .stream()
        .mapToLong(document -> document.getLong("Flights"))
        .sum();
  }

  /** All but the distances, which outlive an import. */
  private Map<String, List<Document>> all() {
    Map<String, List<Document>> all = new TreeMap<>();
    for (String name : LOOK_UPS) {
      if (!name.equals(FlightCollections.DISTANCES)) {
        all.put(
            name,
            store.collection(name).find().sort(Sorts.ascending("_id")).into(new ArrayList<>()));
      }
    }
    return all;
  }

  private static int clock(Document departure) {
    return departure.getInteger("CRSDepTime");
  }
}
