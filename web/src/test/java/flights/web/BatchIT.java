package flights.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static flights.web.Calls.FORM;
import static flights.web.Calls.encoded;
import static flights.web.Calls.flight;
import static flights.web.Calls.flightWith;
import static flights.web.Calls.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import flights.core.store.Documents;
import flights.flight.FlightCollections;
import flights.flight.FlightRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Predicting many flights: an uploaded file, and the stored tasks of a day. */
class BatchIT {

  private static final String PAGE = "/flights/delays/predict_batch";
  private static final String CSV =
      """
      Carrier,FlightNum,FlightDate,Origin,Dest,DepDelay
      AA,1,2013-07-04,JFK,LAX,25
      B6,165,2013-07-04,JFK,PDX,
      B6,166,2013-07-04,JFK,<b>,
      """;

  private static PlayedPredictor predictor;

  @BeforeAll
  static void start() {
    predictor = new PlayedPredictor(Cluster.shared().kafka, Cluster.shared().store);
  }

  @AfterAll
  static void stop() {
    predictor.close();
  }

  @Test
  void anUploadedFileIsPredictedBeforeTheEyes() {
    Chromium.shared()
        .visit(
            Site.WEB,
            new Browser.NewContextOptions(),
            PAGE,
            page -> {
              Chromium.checkAccessibility(page);
              page.getByLabel("CSV file")
                  .setInputFiles(
                      new FilePayload(
                          "../../evil<x>.csv", "text/csv", CSV.getBytes(StandardCharsets.UTF_8)));
              page.getByText("Upload and predict").click();
              assertThat(page.locator("main")).containsText("0 of 2 predicted");
              assertThat(page.locator("#bad")).containsText("Dest: must be an airport");

              String batch = page.url().substring(page.url().lastIndexOf('/') + 1);
              List<String> ids = ids(batch);
              answer(ids.get(0));
              assertThat(page.locator("main")).containsText("1 of 2 predicted");
              predictor.storeRejection(ids.get(1), "a bad day");
              assertThat(page.locator("main")).containsText("All 2 predicted");
              assertThat(page.locator("main table").first()).containsText("Rejected: a bad day");
              Chromium.checkAccessibility(page);

              page.getByLabel("Airline, airport").fill("lax");
              page.getByRole(
                      com.microsoft.playwright.options.AriaRole.BUTTON,
                      new Page.GetByRoleOptions().setName("Filter"))
                  .click();
              assertThat(page.locator("main table").first()).containsText("JFK to LAX");
              assertThat(page.locator("main table").first()).not().containsText("a bad day");
              downloadHolds(batch, ids);
            });
  }

  @Test
  void manyResultsStandOnSeveralPages() {
    StringBuilder csv = new StringBuilder("Carrier,FlightNum,FlightDate,Origin,Dest,DepDelay\n");
    for (int number = 1; number <= 51; number++) {
      csv.append("AA,").append(number).append(",2013-07-04,JFK,LAX,25\n");
    }
    String address = upload(csv.toString()).headers().firstValue("Location").orElseThrow();
    ids(address.substring(address.lastIndexOf('/') + 1)).forEach(BatchIT::answer);

    assertThat(Site.CALLS.page(address).body()).contains("Page 1 of 2", ">AA 50<", "rel=\"next\"");
    assertThat(Site.CALLS.page(address + "?q=jfk&page=2").body())
        .contains("Page 2 of 2", ">AA 51<", "q=jfk&amp;page=1")
        .doesNotContain(">AA 50<", "rel=\"next\"");
  }

  @Test
  void whatIsNoSuchFileIsRefused() {
    assertThat(upload("Carrier,Origin\nAA,JFK\n").statusCode()).isEqualTo(400);
    assertThat(upload("").statusCode()).isEqualTo(400);
    assertThat(upload("x".repeat(21 * 1024 * 1024)).statusCode()).isEqualTo(413);
    assertThat(Site.CALLS.page(PAGE + "/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(Site.CALLS.page(PAGE + "/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void aStoredTaskShowsItsResultOnItsDay() {
    HttpResponse<String> stored = post(encoded(flight()), "*/*");
    assertThat(stored.statusCode()).isEqualTo(200);
    String id = json(stored).get("id").asText();
    String day = PAGE + "/results/" + LocalDate.now(ZoneOffset.UTC);
    assertThat(Site.CALLS.page(day).body()).contains("JFK to LAX", "Not predicted yet");

    Document task =
        Cluster.shared()
            .store
            .collection(FlightCollections.PREDICTION_TASKS)
            .find(new Document("_id", id))
            .first();
    FlightRequest request = Documents.to(FlightRequest.class, task);
    Cluster.shared()
        .store
        .collection(FlightCollections.PREDICTION_RESULTS)
        .insertOne(Documents.of(PlayedPredictor.prediction(request)).append("_id", id));

    assertThat(Site.CALLS.page(day).body()).contains("+14 min");
    assertThat(Site.CALLS.page(PAGE + "/results/2013-07-04").body()).contains("No flights were");
    assertThat(Site.CALLS.page(PAGE + "/results/today").statusCode()).isEqualTo(400);
  }

  @Test
  void aTaskThatCannotBeIsRefusedInTheCallersWay() {
    String bad = encoded(flightWith("Origin", "nowhere"));

    HttpResponse<String> refused = post(bad, "*/*");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(json(refused).at("/errors/0/field").asText()).isEqualTo("Origin");
    assertThat(post(bad, "text/html").body()).contains("Origin must be an airport", "nowhere");
    assertThat(post(encoded(flight()), "text/html").statusCode()).isEqualTo(303);
  }

  private static void downloadHolds(String batch, List<String> ids) {
    HttpResponse<String> file = Site.CALLS.get(PAGE + "/" + batch + "/results.csv");
    assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(file.body().lines())
        .hasSize(3)
        .anyMatch(it -> it.startsWith("2," + ids.get(0) + ",AA,1,2013-07-04,JFK,LAX,25.0,2,14.3"))
        .anyMatch(it -> it.startsWith("3," + ids.get(1)) && it.endsWith(",a bad day"));
  }

  private static void answer(String id) {
    predictor.store(PlayedPredictor.prediction(predictor.await(id)));
  }

  private static List<String> ids(String batch) {
    Document chunk =
        Cluster.shared()
            .store
            .collection(FlightCollections.PREDICTION_BATCH_ROWS)
            .find(new Document("_id", batch + "/0"))
            .first();
    return chunk.getList("Rows", Document.class).stream().map(it -> it.getString("id")).toList();
  }

  private static HttpResponse<String> post(String body, String accept) {
    return Site.CALLS.send(
        Site.CALLS
            .request("/flights/delays/predict/classify")
            .header("Content-Type", FORM)
            .header("Accept", accept)
            .POST(BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> upload(String csv) {
    String body =
        "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.csv\"\r\n\r\n"
            + csv
            + "\r\n--edge--\r\n";
    return Site.CALLS.send(
        Site.CALLS
            .request(PAGE)
            .header("Content-Type", "multipart/form-data; boundary=edge")
            .POST(BodyPublishers.ofString(body)));
  }
}
