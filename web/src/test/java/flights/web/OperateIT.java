package flights.web;

import static flights.web.Calls.FORM;
import static flights.web.Calls.encoded;
import static flights.web.Calls.flight;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What those who run the system look at, and what they may do. */
class OperateIT {

  private static final Calls CALLS = Site.CALLS;
  private static final Pattern RESEND = Pattern.compile("/rejected/\\d+/\\d+/resend");

  @Test
  void theApiDocumentNamesExactlyTheAddressesThatThereAre() throws Exception {
    Set<String> described =
        ApiDocument.read().operations().stream()
            .map(operation -> operation.method() + " " + operation.path())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(described).isEqualTo(new TreeSet<>(Site.WEB.addresses()));
  }

  @Test
  void theApiDocumentCanBeRead() {
    assertThat(CALLS.page("/api").body()).contains("Ask for a prediction.", "/total_flights.json");
  }

  @Test
  void requestsAreMeasuredByTheAddressAsItWasDeclared() {
    CALLS.response(UUID.randomUUID().toString(), "");
    CALLS.get("/nothing-here");

    Eventually.await().until(() -> CALLS.get("/metrics").body().contains("jvm_memory_used_bytes"));
    assertThat(CALLS.get("/metrics").body())
        .contains("http_server_requests_seconds_count", "flights_predictions_waited_for 0.0")
        .contains("path=\"/flights/delays/predict/classify_realtime/response/{uuid}\"")
        .doesNotContain("nothing-here");
  }

  @Test
  void aRequestKeepsTheIdThatItBringsAndElseGetsOne() {
    assertThat(requestId("trace-1")).isEqualTo("trace-1");
    assertThat(requestId("two words")).hasSize(36);
  }

  @Test
  void statusTellsOfEveryPart() {
    Eventually.await()
        .untilAsserted(
            () -> {
              String page = CALLS.page("/parts/status").body();
              assertThat(page).contains(">broker<", ">store<", ">predictor<", "./flights predict");
            });
    assertThat(CALLS.page("/status").body()).contains("Answers in the last minute");
  }

  @Test
  void aRejectedRequestCanBeSentAgain() {
    String id = UUID.randomUUID().toString();
    Cluster cluster = Cluster.shared();
    try (PlayedPredictor predictor = new PlayedPredictor(cluster.kafka, cluster.store)) {
      predictor.reject(id, "a <bad> day");
      Eventually.await().until(() -> CALLS.page("/parts/status").body().contains(id));
      String page = CALLS.page("/parts/status").body();
      assertThat(page).contains("a &lt;bad&gt; day", "not a request");

      HttpResponse<String> sent = resend(resendAddress(page, id), "Accept", "text/html");

      assertThat(sent.statusCode()).isEqualTo(303);
      assertThat(new String(predictor.awaitBytes(id), StandardCharsets.UTF_8))
          .isEqualTo("not a request");
    }
  }

  @Test
  void whatIsNotThereCannotBeSentAgain() {
    assertThat(resend("/rejected/0/99999999/resend", "Accept", "*/*").statusCode()).isEqualTo(404);
  }

  @Test
  void fromElsewhereNothingIsSentAgainWithoutTheToken() {
    HttpResponse<String> refused = resend("/rejected/0/0/resend", "X-Forwarded-For", "203.0.113.9");

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("FLIGHTS_ADMIN_TOKEN");
  }

  @Test
  void pagesOfOtherSitesCannotSendForms() {
    var post =
        CALLS
            .request(Calls.CLASSIFY)
            .header("Content-Type", FORM)
            .POST(BodyPublishers.ofString(encoded(flight())));

    assertThat(CALLS.send(post.copy().header("Origin", "https://evil.example")).statusCode())
        .isEqualTo(403);
    assertThat(CALLS.send(post.copy().header("Sec-Fetch-Site", "cross-site")).statusCode())
        .isEqualTo(403);
    assertThat(CALLS.send(post.copy().header("Origin", "null")).statusCode()).isEqualTo(403);
    assertThat(CALLS.send(post.copy().header("Sec-Fetch-Site", "same-origin")).statusCode())
        .isEqualTo(200);
  }

  private static String resendAddress(String page, String id) {
    Matcher matcher = RESEND.matcher(page.substring(page.indexOf(id)));
    assertThat(matcher.find()).isTrue();
    return matcher.group();
  }

  private static HttpResponse<String> resend(String path, String header, String value) {
    return CALLS.send(CALLS.request(path).header(header, value).POST(BodyPublishers.noBody()));
  }

  private static String requestId(String given) {
    return CALLS
        .send(CALLS.request("/health").header("X-Request-Id", given))
        .headers()
        .firstValue("X-Request-Id")
        .orElseThrow();
  }
}
