package flights.web;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import flights.core.contract.RequestId;
import flights.core.registry.ModelRegistry;
import flights.core.registry.ModelVersion;
import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.flight.FlightForm;
import flights.flight.FlightRequest;
import flights.flight.reference.ReferenceData;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A script stands in every text of the store, whoever wrote it there: no page lets it run. */
class PoisonedStoreIT {

  private static final String SCRIPT = "\"'><script>alert(1)</script>";
  private static final String ANSWERED = RequestId.next();
  private static final String REJECTED = RequestId.next();

  /** What is looked up or reckoned with, rather than shown. */
  private static final String KEY = "[A-Z0-9]{2,3}(-[A-Z0-9]+)?|\\d{4}-\\d\\d.*|N580JB|file:.*";

  private static Web web;
  private static Calls calls;

  @BeforeAll
  static void start() throws IOException {
    Settings settings = Cluster.shared().settingsWithDatabase("poisoned");
    try (Store store = Store.open(settings)) {
      ImportedFlights.into(store);
      ModelRegistry registry = new ModelRegistry(store.database());
      registry.register(
          new ModelVersion("shown", "1", "file:/models/1", Instant.now(), Map.of()),
          ModelsIT.card(),
          null);
      registry.promote("shown", "1", "a reason");
      try (PlayedPredictor predictor = new PlayedPredictor(Cluster.shared().kafka, store)) {
        predictor.store(PlayedPredictor.prediction(request()));
        predictor.storeRejection(REJECTED, "a reason");
      }
      poison(store);
    }
    web = Web.start(settings, 0);
    calls = new Calls(web);
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/airlines",
        "/airline/B6",
        "/airplanes",
        "/airplane/N580JB",
        "/models/shown/1",
        "/models"
      })
  void aPageThatShowsItShowsText(String path) {
    HttpResponse<String> page = calls.page(path);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("&lt;script&gt;alert").doesNotContain("<script>alert");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/airport/JFK",
        "/flights/JFK/PDX/2013-07-04",
        "/on_time_performance",
        "/total_flights",
        "/parts/recent",
        "/parts/status",
        "/parts/route?Origin=JFK&Dest=PDX&Carrier=B6&FlightNum=165"
      })
  void norDoesAPageThatShowsLittleOfIt(String path) {
    HttpResponse<String> page = calls.page(path);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).doesNotContain("<script>alert");
  }

  @Test
  void anAnswerShowsItAsText() {
    assertThat(calls.page("/predictions/" + ANSWERED).body())
        .contains("&lt;script&gt;alert")
        .doesNotContain("<script>alert");
    assertThat(calls.page("/predictions/" + REJECTED).body())
        .contains("&lt;script&gt;alert")
        .doesNotContain("<script>alert");
  }

  @Test
  void noBrowserRunsIt() {
    for (String path : List.of("/predictions/" + ANSWERED, "/models/shown/1", "/airline/B6")) {
      Chromium.shared()
          .visit(
              web,
              new com.microsoft.playwright.Browser.NewContextOptions(),
              path,
              page -> {
                page.onDialog(
                    dialog -> {
                      throw new AssertionError("a script ran on " + path);
                    });
                page.reload();
                assertThat(page.locator("script:has-text(\"alert(1)\")").count()).isZero();
              });
    }
  }

  private static void poison(Store store) {
    for (String collection : store.database().listCollectionNames()) {
      for (Document document : store.collection(collection).find()) {
        document.replaceAll((name, value) -> name.startsWith("_") ? value : poisoned(value));
        store.collection(collection).replaceOne(eq("_id", document.get("_id")), document);
      }
    }
  }

  private static Object poisoned(Object value) {
    if (value instanceof String text) {
      return text.matches(KEY) || text.length() < 2 || text.equals("version")
          ? text
          : text + SCRIPT;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(PoisonedStoreIT::poisoned).toList();
    }
    if (value instanceof Document document) {
      document.replaceAll((name, inner) -> poisoned(inner));
    }
    return value;
  }

  private static FlightRequest request() {
    FlightForm form = new FlightForm("B6", "165", LocalDate.parse("2013-07-04"), "JFK", "PDX", 5.0);
    return FlightRequest.of(ANSWERED, Instant.now(), form, ReferenceData.bundled());
  }
}
