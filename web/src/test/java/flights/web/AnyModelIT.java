package flights.web;

import static flights.web.Calls.json;
import static flights.web.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import flights.core.contract.Field;
import flights.core.contract.FieldType;
import flights.core.contract.ModelConfig;
import flights.core.registry.ModelRegistry;
import flights.core.registry.ModelVersion;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A model that this server knows by its contract alone: by the form, as JSON and as CSV. */
class AnyModelIT {

  private static final String API = "/api/models/guess/predictions";
  private static final ModelConfig CONFIG =
      new ModelConfig(
          "guess",
          "key",
          List.of(
              Field.required("key", FieldType.STRING).between(1, 128),
              Field.required("size", FieldType.NUMBER).between(0, 100),
              Field.optional("wet", FieldType.BOOLEAN),
              Field.optional("day", FieldType.DATE),
              Field.optional("words", FieldType.STRING).between(0, 500)),
          new LinkedHashMap<>(Map.of("likely", "probability")),
          List.of("small", "large"),
          "guess.requests",
          "guess.predictions",
          "guess.errors",
          "guess_predictions",
          "guess_errors",
          Map.of("key", "a", "size", 5));

  private static PlayedModel predictor;

  @BeforeAll
  static void serve() throws Exception {
    ModelRegistry registry = new ModelRegistry(Cluster.shared().store.database());
    for (String name : List.of("guess", "asleep")) {
      PlayedModel.register(name, Map.of(), CONFIG);
    }
    registry.register(new ModelVersion("untold", "1", "file:/x", Instant.now(), Map.of()));
    registry.promote("untold", "1", "for the test");
    predictor = PlayedModel.serve(CONFIG, AnyModelIT::predict);
    await().until(() -> get("/models/guess/predict").statusCode() == 200);
    await().until(() -> !page("/models/guess/predict").contains("Nobody answers"));
  }

  @AfterAll
  static void stop() throws InterruptedException {
    predictor.close();
  }

  /** The larger, the likelier it is large. */
  private static void predict(Map<String, Object> request, Map<String, Object> answer) {
    double share = (double) request.get("size") / 100;
    answer.put("likely", List.of(1 - share, share));
  }

  @Test
  void oneObjectIsAnsweredWithItsPrediction() {
    JsonNode answer = json(post("?wait=30s", "application/json", "{\"size\":80}", "*/*"));

    assertThat(answer.at("/status").asText()).isEqualTo("OK");
    assertThat(answer.at("/prediction/likely/1").asDouble()).isEqualTo(0.8);
    assertThat(answer.at("/prediction/key").asText()).isEqualTo(answer.at("/id").asText());
  }

  @Test
  void withoutWaitingItIsFetchedLater() {
    String id =
        json(post("", "application/json", "{\"size\":10,\"key\":\"mine\"}", "*/*"))
            .at("/id")
            .asText();

    JsonNode answer = json(get(API + "/" + id + "?wait=30s"));

    assertThat(answer.at("/prediction/likely/1").asDouble()).isEqualTo(0.1);
    assertThat(get(API + "/" + id + "/events").body()).startsWith("data: {\"status\":\"OK\"");
    assertThat(page("/models/guess/predictions/" + id)).contains("small", "90%");
  }

  @Test
  void anArrayIsAnsweredInItsOrderWhateverIsWrongWithSome() {
    JsonNode answers =
        json(
            post(
                "?wait=30s",
                "application/json",
                "[{\"size\":1},{\"size\":\"x\"},7,{\"size\":2}]",
                "*/*"));

    assertThat(answers).hasSize(4);
    assertThat(answers.at("/0/prediction/likely/1").asDouble()).isEqualTo(0.01);
    assertThat(answers.at("/1/message").asText()).isEqualTo("size is not a number");
    assertThat(answers.at("/2/message").asText()).isEqualTo("is not a JSON object");
    assertThat(answers.at("/3/prediction/likely/1").asDouble()).isEqualTo(0.02);
  }

  @Test
  void whatTheContractDoesNotTakeIsToldByField() {
    HttpResponse<String> response = post("", "application/json", "{\"size\":101,\"wet\":3}", "*/*");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).at("/errors").findValuesAsText("field"))
        .containsExactly("size", "wet");
    assertThat(json(response).at("/errors/0/message").asText())
        .isEqualTo("is 101.0, outside 0.0 to 100.0");
  }

  @Test
  void aFileComesBackWithItsPredictionsRowByRow() {
    String csv = "id,size,words\nx,25,\"a, b\"\n\ny,many,\nz,75,c\n";

    HttpResponse<String> response = post("", "text/csv", csv, "*/*");

    assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(response.body().lines())
        .containsExactly(
            "line,id,size,words,likely,ModelVersion,error",
            "2,x,25,\"a, b\",\"[0.75,0.25]\",1,",
            "4,y,many,,,,size is not a number",
            "5,z,75,c,\"[0.25,0.75]\",1,");
  }

  @Test
  void aFileCanBeAnsweredAsJson() {
    JsonNode rows = json(post("", "text/csv", "size\n50\n-1\n", "application/json"));

    assertThat(rows.at("/0/likely/1").asDouble()).isEqualTo(0.5);
    assertThat(rows.at("/1/error").asText()).isEqualTo("size is -1.0, outside 0.0 to 100.0");
  }

  @Test
  void aLongFileIsAnsweredWhole() {
    StringBuilder csv = new StringBuilder("size\n");
    for (int i = 0; i < 20_000; i++) {
      csv.append(i % 100).append('\n');
    }

    List<String> rows = post("", "text/csv", csv.toString(), "*/*").body().lines().toList();

    assertThat(rows).hasSize(20_001).noneMatch(row -> row.contains("not"));
    assertThat(rows.get(20_000)).startsWith("20001,99,").contains(",0.99]");
  }

  @Test
  void aFileThatDoesNotNameWhatIsNeededIsRefused() {
    HttpResponse<String> response = post("", "text/csv", "length\n5\n", "*/*");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("it does not name size, which guess needs");
  }

  @Test
  void theFormIsMadeFromTheContract() {
    assertThat(page("/models/guess/predict"))
        .contains("name=\"size\"", "A number from 0 to 100", "value=\"5\"")
        .contains("name=\"wet\"", "type=\"date\"", "<textarea")
        .contains("/api/models/guess/predictions?wait=5s")
        .doesNotContain("name=\"key\"");
  }

  @Test
  void theFormWorksWithoutAScript() {
    HttpResponse<String> wrong = form("size=500");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("size is 500.0, outside 0.0 to 100.0", "value=\"500\"");

    HttpResponse<String> right = form("size=60&wet=true&day=2013-07-04&words=");
    assertThat(right.statusCode()).isEqualTo(303);
    String there = right.headers().firstValue("Location").orElseThrow();
    await().until(() -> page(there).contains("60%"));
    assertThat(page(there)).contains("large");
  }

  @Test
  void aScriptShowsTheAnswerBesideTheForm() {
    Chromium.shared()
        .visit(
            Site.WEB,
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(360, 740)
                // What fades in has its colours at once.
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE),
            "/models/guess/predict",
            page -> {
              Chromium.checkAccessibility(page);
              page.getByLabel("size").fill("many");
              page.locator("#ask button").click();
              com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(
                      page.locator("#field-size-error"))
                  .hasText("size is not a number");
              page.getByLabel("size").fill("70");
              page.locator("#ask button").click();
              com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(
                      page.locator("#answer .words"))
                  .hasText("large");
              assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
              Chromium.checkContrast(page);
            });
  }

  @Test
  void aFileShowsHowFarItIsAndIsKept() {
    StringBuilder csv = new StringBuilder("size\n");
    for (int i = 0; i < 5_000; i++) {
      csv.append(i % 100).append('\n');
    }
    Chromium.shared()
        .visit(
            Site.WEB,
            new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(360, 740),
            "/models/guess/predict",
            page -> {
              page.getByLabel("CSV file").setInputFiles(file("length\n5\n"));
              page.getByText("Predict all").click();
              com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(
                      page.locator("#progress"))
                  .containsText("it does not name size, which guess needs");

              page.getByLabel("CSV file").setInputFiles(file(csv.toString()));
              com.microsoft.playwright.Download download =
                  page.waitForDownload(() -> page.getByText("Predict all").click());
              assertThat(download.suggestedFilename()).isEqualTo("guess-predictions.csv");
              assertThat(download.path()).content().hasLineCount(5_001).contains("5001,99,");
              com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(
                      page.locator("#progress"))
                  .containsText("5,000 rows are back: guess-predictions.csv");
              assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
              Chromium.checkAccessibility(page);
            });
  }

  private static com.microsoft.playwright.options.FilePayload file(String csv) {
    return new com.microsoft.playwright.options.FilePayload(
        "rows.csv", "text/csv", csv.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void aModelThatNobodyServesIsTold() {
    assertThat(page("/models/asleep/predict")).contains("./flights predict asleep");
    HttpResponse<String> response =
        Site.CALLS.send(
            Site.CALLS
                .request("/api/models/asleep/predictions")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"size\":1}")));
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.body()).contains("./flights predict asleep");
    assertThat(
            get("/api/models/none/predictions/0199aa00-0000-7000-8000-000000000000").statusCode())
        .isEqualTo(404);
    HttpResponse<String> bare = get("/models/untold/predict");
    assertThat(bare.statusCode()).isEqualTo(409);
    assertThat(bare.body()).contains("./flights train untold");
  }

  @Test
  void statusTellsOfEveryServedModel() {
    await()
        .untilAsserted(
            () ->
                assertThat(page("/parts/status"))
                    .contains("Models that are served", "/models/guess/predict"));
  }

  private static HttpResponse<String> post(String query, String type, String body, String accept) {
    return Site.CALLS.send(
        Site.CALLS
            .request(API + query)
            .header("Content-Type", type)
            .header("Accept", accept)
            .POST(BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> form(String body) {
    return Site.CALLS.send(
        Site.CALLS
            .request("/models/guess/predict")
            .header("Content-Type", Calls.FORM)
            .header("Accept", "text/html")
            .POST(BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> get(String path) {
    return Site.CALLS.get(path);
  }

  private static String page(String path) {
    return Site.CALLS.page(path).body();
  }
}
