package flights.web;

import static flights.web.Calls.CLASSIFY;
import static flights.web.Calls.json;
import static org.assertj.core.api.Assertions.assertThat;

import flights.web.pages.Assets;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong is said in one shape, in JSON or as a page, and never with a stack trace. */
class ErrorShapesIT {

  private static Web web;
  private static Calls calls;

  @BeforeAll
  static void start() {
    web = Web.start(Cluster.shared().settings(), 0);
    calls = new Calls(web);
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  @Test
  void badParametersOfAPollAreNamed() {
    String id = UUID.randomUUID().toString();

    refused(calls.response("1-1-1-1-1", ""), 400, "uuid");
    refused(calls.response(id, "?wait=soon"), 400, "wait");
    refused(calls.response(id, "?wait=-1s"), 400, "wait");
    refused(calls.response(id, "/events?wait=5"), 400, "wait");
    assertThat(calls.response(id, "?wait=").statusCode()).isEqualTo(200);
    assertThat(calls.response(id.toUpperCase(java.util.Locale.ROOT), "?wait=1ms").statusCode())
        .isEqualTo(200);
  }

  @Test
  void whatIsNotThereIsSaidInTheCallersWay() {
    HttpResponse<String> forScripts = calls.get("/flights/delays/predict/nothing");
    assertThat(forScripts.statusCode()).isEqualTo(404);
    assertThat(json(forScripts).at("/errors/0/message").asText()).contains("nothing at this");

    HttpResponse<String> forPeople = calls.page("/nothing");
    assertThat(forPeople.statusCode()).isEqualTo(404);
    assertThat(forPeople.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/html");
    assertThat(forPeople.body()).contains("There is nothing at this address.");

    HttpResponse<String> asked =
        calls.send(calls.request("/nothing").header("Accept", "text/json"));
    assertThat(json(asked).get("status").asText()).isEqualTo("ERROR");
  }

  @Test
  void aWrongMethodIsToldTheRightOnes() {
    HttpResponse<String> refused = calls.send(calls.request(CLASSIFY).DELETE());

    assertThat(refused.statusCode()).isEqualTo(405);
    assertThat(refused.headers().firstValue("Allow").orElseThrow()).contains("POST");
    assertThat(json(refused).get("status").asText()).isEqualTo("ERROR");
  }

  /** Other addresses have patterns that match these too. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        CLASSIFY,
        "/flights/delays/predict/classify",
        "/models/sales/rollback",
        "/models/sales/predictions",
        "/models/train"
      })
  void onlyTheMethodsOfTheAddressItselfAreAllowed(String path) {
    for (String method : new String[] {"GET", "OPTIONS", "PUT"}) {
      HttpResponse<String> refused =
          calls.send(calls.request(path).method(method, BodyPublishers.noBody()));

      assertThat(refused.statusCode()).isEqualTo(405);
      assertThat(refused.headers().firstValue("Allow")).contains("POST");
    }
  }

  @Test
  void whatIsGivenTwiceIsRefusedByItsName() {
    refused(calls.response(UUID.randomUUID().toString(), "?wait=1s&wait=2s"), 400, "wait");
    HttpResponse<String> twice =
        calls.post(Calls.FORM, Calls.encoded(Calls.flight()) + "&Origin=LGA", "*/*");
    assertThat(twice.statusCode()).isEqualTo(400);
    assertThat(json(twice).at("/errors/0/field").asText()).isEqualTo("Origin");
    assertThat(json(twice).at("/errors/0/message").asText()).isEqualTo("must be given only once");
  }

  @Test
  void whatIsNoProperHttpIsRefusedWithoutTheServersName() {
    HttpResponse<String> tooLong = calls.get("/" + "x".repeat(20_000));
    assertThat(tooLong.statusCode()).isEqualTo(414);
    assertThat(tooLong.body()).doesNotContainIgnoringCase("jetty").contains("\"ERROR\"");

    HttpResponse<String> socket =
        calls.send(calls.request("/nothing").header("Sec-WebSocket-Version", "13"));
    assertThat(socket.statusCode()).isEqualTo(404);
    assertThat(socket.body()).doesNotContainIgnoringCase("jetty");
  }

  @Test
  void everyAnswerCarriesTheSecurityHeaders() {
    for (String path : new String[] {"/", "/health", "/nothing", Assets.path() + "/app.css"}) {
      var headers = calls.get(path).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(headers.firstValue("Referrer-Policy")).isPresent();
      assertThat(headers.firstValue("Server")).isEmpty();
    }
  }

  @Test
  void theFormKnowsAirlinesAndAirportsAndWhatItsAddressSays() {
    HttpResponse<String> form = calls.page("/flights/delays/predict_kafka?Origin=%22%3EX&Dest=LAX");

    assertThat(form.statusCode()).isEqualTo(200);
    assertThat(form.body())
        .contains("American Airlines (AA)", "<option value=\"JFK\">New York, John F Kennedy Intl")
        .contains("value=\"&quot;&gt;X\"", "value=\"LAX\"")
        .doesNotContain("style=", "<script>", "onclick");
  }

  @Test
  void aPostWithoutABodyIsRefused() {
    assertThat(calls.send(calls.request(CLASSIFY).POST(BodyPublishers.noBody())).statusCode())
        .isEqualTo(415);
  }

  private static void refused(HttpResponse<String> response, int status, String field) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(json(response).get("status").asText()).isEqualTo("ERROR");
    assertThat(json(response).at("/errors/0/field").asText()).isEqualTo(field);
    assertThat(json(response).at("/errors/0/message").asText()).startsWith("must be");
  }
}
