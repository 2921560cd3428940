package flights.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import flights.core.settings.Settings;
import flights.core.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Queries over streams, and their newest results, with the folders that come with the program. */
class StreamPagesIT {

  /** One a second; those before them are older than an hour. */
  private static final int LATELY = 2_400;

  private static final int RESULTS = 3_000;

  private static Instant now;
  private static Store store;
  private static Web web;
  private static Calls calls;

  @BeforeAll
  static void start() {
    now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Settings settings = Cluster.shared().settingsWithDatabase("streams");
    store = Store.open(settings);
    queries()
        .insertMany(
            List.of(
                query("a_steady", "runs", Instant.now().plus(Duration.ofHours(1))),
                query("bot_detection_results", "runs", Instant.now().minus(Duration.ofHours(1))),
                query("z_odd", "broken", Instant.now().plus(Duration.ofHours(1)))
                    .append("problem", "<script>alert(1)</script> is no table"),
                new Document("_id", "z_other").append("waiting", "many")));
    results().insertMany(IntStream.range(0, RESULTS).mapToObj(StreamPagesIT::result).toList());
    web = Web.start(settings, 0);
    calls = new Calls(web);
    Eventually.await().until(() -> json("/api/streams/bots").has("results"));
  }

  @AfterAll
  static void stop() {
    web.close();
    store.close();
  }

  @Test
  void whatNeedsSomebodyComesFirst() {
    JsonNode told = json("/api/streams");

    assertThat(told.get("queries").findValuesAsText("name"))
        .containsExactly("z_odd", "z_other", "bot_detection_results", "a_steady");
    JsonNode gone = told.at("/queries/2");
    assertThat(gone.get("stale").asBoolean()).isTrue();
    assertThat(gone.get("stream").asText()).isEqualTo("bots");
    assertThat(gone.get("watermark").asText()).isEqualTo("2026-11-26T02:10:00Z");
    assertThat(told.at("/queries/3/stale").asBoolean()).isFalse();
    assertThat(told.at("/queries/1/problem").asText()).contains("not readable");
    assertThat(told.get("more").asBoolean()).isFalse();
    assertThat(calls.page("/streams").body())
        .contains(
            "&lt;script&gt;alert(1)",
            "Its process tells nothing any more",
            "href=\"/streams/bots\"")
        .doesNotContain("<script>alert");
  }

  @Test
  void withoutQueriesThePageSaysHowToStartOne() {
    assertThat(Site.CALLS.page("/streams").body())
        .contains("No query has run yet", "FLIGHTS_STREAMS=bots ./flights up");
    assertThat(Site.CALLS.page("/streams/bots").body())
        .contains("comes with the first one", "None has run yet");
  }

  /** What was counted shortly before is told again, so another test's result may be in it. */
  @Test
  void theNewestResultsAreTold() {
    Eventually.await().untilAsserted(() -> checkNewest(json("/api/streams/bots").get("results")));
  }

  private static void checkNewest(JsonNode results) {
    assertThat(results.get("rows")).hasSize(50);
    assertThat(results.at("/rows/0/window_start").asText()).isEqualTo(now.toString());
    assertThat(results.at("/rows/49/name").asText()).isEqualTo("User 49");
    assertThat(results.at("/lastHour/0/verdict").asText()).isEqualTo("bot");
    assertThat(results.at("/lastHour/0/count").asInt()).isEqualTo(LATELY / 4);
    assertThat(results.at("/lastHour/1/count").asInt()).isEqualTo(LATELY - LATELY / 4);
    assertThat(results.at("/counted/by/0/values").findValuesAsText("value"))
        .containsExactlyInAnyOrder("DE", "FR");
  }

  @Test
  void ofOneVerdictAlone() {
    // What was read a moment ago is told again.
    Eventually.await()
        .untilAsserted(
            () -> {
              JsonNode rows = json("/api/streams/bots?verdict=bot").at("/results/rows");
              assertThat(rows).hasSize(50);
              assertThat(rows.findValuesAsText("verdict")).containsOnly("bot");
              assertThat(rows.at("/1/name").asText()).isEqualTo("User 4");
            });
  }

  @Test
  void noOtherResultsAreReadThanAreShown() {
    Document all = results().find().sort(Sorts.descending("window_start")).limit(50).explain();
    Document bots =
        results()
            .find(Filters.eq("verdict", "bot"))
            .sort(Sorts.descending("window_start"))
            .limit(50)
            .explain();

    for (Document explained : List.of(all, bots)) {
      Document run = explained.get("executionStats", Document.class);
      assertThat(((Number) run.get("totalDocsExamined")).intValue()).isBetween(50, 51);
    }
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertThat(calls.get("/api/streams/none").statusCode()).isEqualTo(404);
    assertThat(calls.get("/streams/none/events").statusCode()).isEqualTo(404);
    assertThat(calls.get("/api/streams/..%2fpipelines").statusCode()).isIn(400, 404);
    assertThat(calls.get("/api/streams/bots?verdict=odd").body())
        .contains("must be one of bot, human");
  }

  @Test
  void aBotIsShownAsItIsFound() {
    Chromium.shared()
        .visit(
            web,
            new Browser.NewContextOptions()
                .setViewportSize(360, 740)
                .setColorScheme(ColorScheme.DARK),
            "/streams/bots?verdict=bot",
            page -> {
              assertThat(page.locator(".stands-out")).hasCount(50);
              results().insertOne(result(-1).append("name", "Newcomer").append("verdict", "bot"));
              assertThat(page.locator(".stands-out").first()).containsText("Newcomer");
              assertThat(page.locator(".queries")).containsText("gone");
              assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
              Chromium.checkAccessibility(page);
              page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
              Chromium.checkContrast(page);
              results().deleteOne(Filters.eq("name", "Newcomer"));
            });
  }

  /** Station A is dry on even days and has rain on odd ones; all its forecasts say rain. */
  @Test
  void stationsAreDrawnAndFollowTheirDays() {
    store
        .collection("weather_statistics")
        .insertMany(List.of(statistics("A", 71), statistics("B", 1)));
    IntStream.range(0, 71).forEach(StreamPagesIT::putDay);
    JsonNode series = json("/api/streams/weather").get("series");

    assertThat(series.at("/series").findValuesAsText("name")).containsExactly("A", "B");
    assertThat(series.at("/series/0/days")).hasSize(60);
    assertThat(series.at("/series/0/days/59/date").asText()).isEqualTo("2000-03-11");
    assertThat(series.at("/series/0/days/59/marked").asBoolean()).isFalse();
    assertThat(series.at("/series/0/forecast/date").asText()).isEqualTo("2000-03-12");
    assertThat(series.at("/series/1/days")).isEmpty();
    assertThat(series.at("/quality/days").asInt()).isEqualTo(60);
    assertThat(series.at("/quality/right").asDouble()).isEqualTo(0.5);
    assertThat(series.at("/quality/base").asDouble()).isEqualTo(0.5);
    assertThat(series.at("/quality/asTheDayBefore").asDouble()).isEqualTo(0);
    Chromium.shared()
        .visit(
            web,
            new Browser.NewContextOptions().setViewportSize(360, 740),
            "/streams/weather",
            page -> {
              assertThat(page.locator(".series .card")).hasCount(2);
              assertThat(page.locator(".series .badge")).containsText("rain (rain 61%)");
              putDay(71);
              assertThat(page.locator(".series .badge")).containsText("2000-03-13");
              assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
              Chromium.checkAccessibility(page);
              page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
              Chromium.checkContrast(page);
            });
  }

  private static Document statistics(String station, int days) {
    return new Document("_id", station)
        .append("station", station)
        .append("first_date", "2000-01-01")
        .append("last_date", "2000-03-11")
        .append("measurements", days)
        .append("average", 51.5)
        .append("maximum", 99.0);
  }

  /** A day of station A, and the forecast for the day after it. */
  private static void putDay(int day) {
    String date = LocalDate.of(2000, 1, 1).plusDays(day).toString();
    store
        .collection("weather_days")
        .insertOne(
            new Document("station", "A")
                .append("date", date)
                .append("degrees", 40.0 + day % 9)
                .append("raining", day % 2));
    store
        .collection("rain_forecasts")
        .insertOne(
            new Document("station", "A")
                .append("date", LocalDate.parse(date).plusDays(1).toString())
                .append("prediction", 1)
                .append("probability", 0.61)
                .append("version", "20261126-020000"));
  }

  private static JsonNode json(String path) {
    return Calls.json(calls.get(path));
  }

  private static MongoCollection<Document> queries() {
    return store.collection("stream_queries");
  }

  private static MongoCollection<Document> results() {
    return store.collection("bot_detection_results");
  }

  /** As the process of a query writes it. */
  private static Document query(String name, String state, Instant at) {
    return new Document("_id", name)
        .append("name", name)
        .append("state", state)
        .append("target", "the topic " + name)
        .append("mode", "Update")
        .append("rows", 1_000L)
        .append("rowsPerSecond", 250.5)
        .append("waiting", 12L)
        .append("watermark", "2026-11-26T02:10:00.000Z")
        .append("stateRows", 400L)
        .append("stateBytes", 80_000L)
        .append("passedOver", 0L)
        .append("restarts", 0L)
        .append("at", Date.from(at));
  }

  /** As the connector writes it: times are text. So many seconds ago, or two hours more. */
  private static Document result(int ago) {
    String start = now.minusSeconds(ago < LATELY ? ago : 7_200 + ago).toString();
    return new Document("_id", new Document("user_id", ago).append("window_start", start))
        .append("user_id", ago)
        .append("name", "User " + ago)
        .append("country", ago % 8 == 0 ? "FR" : "DE")
        .append("platform", "desktop")
        .append("ip_address", "203.0.113.7")
        .append("nb_orders", 0)
        .append("window_start", start)
        .append("product_views", 60)
        .append("listing_views", 5)
        .append("gallery_views", 0)
        .append("verdict", ago % 4 == 0 ? "bot" : "human")
        .append("version", "20261126-020000");
  }
}
