package flights.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static flights.web.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.ColorScheme;
import flights.core.contract.DatePart;
import flights.core.contract.Field;
import flights.core.contract.FieldType;
import flights.core.contract.ModelConfig;
import flights.core.contract.Series;
import flights.core.series.SeriesHistory;
import flights.core.series.SeriesSummary;
import flights.core.store.Store;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Monthly series of a model that this server knows by its contract alone, and its CSV. */
class ForecastIT {

  private static final Series SERIES =
      new Series(
          List.of("shop", "item"),
          "year",
          "month",
          "sold",
          "low",
          "high",
          "goods_history",
          Map.of("shop", "shops.name"));

  private static PlayedModel predictor;

  private static ModelConfig config(String name, Series series) {
    Map<String, String> output = new LinkedHashMap<>();
    for (String field : List.of("sold", "low", "high", "new")) {
      output.put(field, field);
    }
    return new ModelConfig(
        name,
        "id",
        List.of(
            Field.required("id", FieldType.STRING).between(1, 128),
            Field.required("shop", FieldType.STRING).between(1, 10),
            Field.required("item", FieldType.STRING).between(1, 10),
            Field.required("year", FieldType.INTEGER)
                .between(2000, 2100)
                .from("date", DatePart.YEAR),
            Field.required("month", FieldType.INTEGER).between(1, 12).from("date", DatePart.MONTH),
            Field.optional("date", FieldType.DATE)),
        output,
        List.of(),
        name + ".requests",
        name + ".predictions",
        name + ".errors",
        name + "_predictions",
        name + "_errors",
        Map.of("id", "a", "shop", "S1", "item", "tea", "date", "2024-03-31"),
        series);
  }

  @BeforeAll
  static void serve() throws Exception {
    Store store = Cluster.shared().store;
    ModelConfig goods = config("goods", SERIES);
    Map<String, Object> card =
        Map.of(
            "name", "goods", "unit", "pieces", "answer", Map.of("number", "sold", "unseen", "new"));
    PlayedModel.register("goods", card, goods);
    PlayedModel.register("idle", card, config("idle", SERIES));
    PlayedModel.register("forgotten", card, config("forgotten", SERIES));
    PlayedModel.register("plain", card, config("plain", null));
    store.collection("shops").insertOne(new Document("_id", "S1").append("name", "Old Town"));
    write(store, "goods");
    write(store, "idle");
    predictor = PlayedModel.serve(goods, ForecastIT::predict);
    await().until(() -> !Site.CALLS.page("/models/goods/predict").body().contains("Nobody"));
  }

  @AfterAll
  static void stop() throws InterruptedException {
    predictor.close();
  }

  /** In the twelfth month twelve, and a hundred more a year. */
  private static void predict(Map<String, Object> request, Map<String, Object> answer) {
    double sold = ((int) request.get("year") - 2020) * 100 + (int) request.get("month");
    answer.put("sold", sold);
    answer.put("low", sold - 10);
    answer.put("high", sold + 20);
    answer.put("new", request.get("item").equals("soap") ? List.of("item") : List.of());
  }

  private static void write(Store store, String model) {
    SeriesHistory history = new SeriesHistory(store, SERIES.history());
    for (String item : List.of("tea", "cake & co")) {
      String id = SeriesHistory.id(model, PlayedModel.VERSION, List.of("S1", item));
      List<Document> points =
          IntStream.rangeClosed(1, 30)
              .mapToObj(i -> new Document("t", month(i)).append("v", 300.0 + i))
              .toList();
      store
          .collection(SERIES.history())
          .insertOne(new Document("_id", id).append("points", points));
    }
    history.put(
        new SeriesSummary(
            model,
            PlayedModel.VERSION,
            Instant.now(),
            true,
            2,
            month(30),
            Map.of("shop", "S1", "item", "cake & co"),
            Map.of("shop", List.of("S1"), "item", List.of("cake & co", "tea")),
            Map.of("shop", 1L, "item", 900L)));
  }

  private static String month(int i) {
    return "%d-%02d".formatted(2022 + (i - 1) / 12, 1 + (i - 1) % 12);
  }

  @Test
  void theFirstSeriesIsDrawnWithTheTwelveMonthsThatCome() {
    Chromium.shared()
        .visit(
            Site.WEB,
            new Browser.NewContextOptions()
                .setViewportSize(360, 740)
                .setColorScheme(ColorScheme.DARK),
            "/models/goods/forecast",
            page -> {
              assertThat(page.locator("section h2").first()).hasText("Old Town (S1) · cake & co");
              assertThat(page.locator(".chart svg .stroke")).hasCount(2);
              assertThat(page.locator(".chart svg .band")).hasCount(1);
              assertThat(page.locator(".table tbody tr")).hasCount(12);
              assertThat(page.locator(".table tbody tr").first())
                  .hasText(
                      java.util.regex.Pattern.compile("July 2024\\s*407\\s*397\\s*427\\s*319"));
              page.getByText("Show the figures").click();
              assertThat(page.locator(".chart tbody tr")).hasCount(42);
              assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
              Chromium.checkAccessibility(page);
              page.emulateMedia(
                  new com.microsoft.playwright.Page.EmulateMediaOptions()
                      .setColorScheme(ColorScheme.LIGHT));
              Chromium.checkContrast(page);

              page.getByLabel("item").fill("tea");
              page.getByText(
                      "Show", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                  .click();
              assertThat(page.locator("section h2").first()).hasText("Old Town (S1) · tea");
              int asked = predictor.asked();
              Download download =
                  page.waitForDownload(() -> page.getByText("Download CSV").click());
              assertThat(download.suggestedFilename()).isEqualTo("goods-forecast.csv");
              assertThat(download.path())
                  .content()
                  .startsWith("shop,item,month,actual,forecast,low,high\nS1,tea,2022-01,301,,,\n")
                  .contains("S1,tea,2024-06,330,,,\nS1,tea,2024-07,,407,397,427\n")
                  .hasLineCount(43);
              // What was shown is not asked for again.
              assertThat(predictor.asked()).isEqualTo(asked);
            });
  }

  @Test
  void aSeriesIsFoundByItsAddressAndByTheNameOfAValue() {
    assertThat(page("/models/goods/forecast?shop=old+town&item=tea"))
        .contains("Old Town (S1) · tea", "<option value=\"tea\"")
        .doesNotContain("There is no forecast");
  }

  @Test
  void whatTheVersionHasNotLearntFromIsMarked() {
    assertThat(page("/models/goods/forecast?item=soap"))
        .contains("<span class=\"badge\">new</span>", "item soap", "July 2024");
    HttpResponse<String> wrong = Site.CALLS.page("/models/goods/forecast?item=" + "x".repeat(11));
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("item", "has 11 characters");
  }

  @Test
  void whatIsAwayIsToldWithTheWayOut() {
    assertThat(page("/models/idle/forecast"))
        .contains("./flights predict idle", "June 2024", "data-live=\"/parts/forecast/idle?shop=")
        .doesNotContain("July 2024");
    assertThat(Site.CALLS.get("/parts/forecast/idle").headers().firstValue("X-Finished")).isEmpty();
    assertThat(Site.CALLS.get("/parts/forecast/goods").headers().firstValue("X-Finished"))
        .isPresent();
    assertThat(Site.CALLS.get("/models/idle/forecast.csv").statusCode()).isEqualTo(503);
    assertThat(page("/models/forgotten/forecast")).contains("./flights train forgotten");
    assertThat(Site.CALLS.get("/models/forgotten/forecast.csv").statusCode()).isEqualTo(404);
    HttpResponse<String> plain = Site.CALLS.page("/models/plain/forecast");
    assertThat(plain.statusCode()).isEqualTo(404);
    assertThat(plain.body()).contains("has no series", "/models/plain/predict");
  }

  @Test
  void theForecastIsLinkedFromWhereTheModelIs() {
    String link = "href=\"/models/goods/forecast\"";
    assertThat(page("/models")).contains(link).doesNotContain("/models/plain/forecast");
    assertThat(page("/models/goods/1")).contains(link);
    assertThat(page("/models/goods/predict")).contains(link, "may be left empty when date is told");
    assertThat(page("/models/plain/predict")).doesNotContain("/forecast\"");
  }

  @Test
  void aFileTellsTheMonthByItsDateAndKeepsItsOwnColumns() {
    List<String> rows =
        csv(
            "shop,shop name,item,date,sold\n"
                + "S1,\"Old, Town\",tea,2024-03-31,7\n"
                + "S1,,soap,2024-12-01,8\n"
                + "S1,,soap,31.12.2024,9\n");

    assertThat(rows)
        .containsExactly(
            "line,shop,shop name,item,date,sold,predicted_sold,low,high,new,ModelVersion,error",
            "2,S1,\"Old, Town\",tea,2024-03-31,7,403.0,393.0,423.0,[],1,",
            "3,S1,,soap,2024-12-01,8,412.0,402.0,432.0,\"[\"\"item\"\"]\",1,",
            "4,S1,,soap,31.12.2024,9,,,,,,date is not a date such as 2013-07-04");
  }

  @Test
  void aFileTellsTheMonthByYearAndMonth() {
    assertThat(csv("shop,item,year,month\nS1,tea,2025,2\n"))
        .containsExactly(
            "line,shop,item,year,month,sold,low,high,new,ModelVersion,error",
            "2,S1,tea,2025,2,502.0,492.0,522.0,[],1,");
    HttpResponse<String> refused = post("shop,item,year\nS1,tea,2025\n");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .contains("\"message\":", "it does not name month, which goods needs");
  }

  private static List<String> csv(String body) {
    return post(body).body().lines().toList();
  }

  private static HttpResponse<String> post(String body) {
    return Site.CALLS.send(
        Site.CALLS
            .request("/models/goods/predictions")
            .header("Content-Type", "text/csv")
            .POST(BodyPublishers.ofString(body)));
  }

  private static String page(String path) {
    return Site.CALLS.page(path).body();
  }
}
