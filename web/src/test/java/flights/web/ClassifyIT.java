package flights.web;

import static flights.web.Calls.FORM;
import static flights.web.Calls.encoded;
import static flights.web.Calls.flight;
import static flights.web.Calls.flightWith;
import static flights.web.Calls.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import flights.core.json.Json;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of a form that is sent. */
class ClassifyIT {

  private static Web web;
  private static Calls calls;
  private static PlayedPredictor predictor;

  @BeforeAll
  static void start() {
    Cluster cluster = Cluster.shared();
    web = Web.start(cluster.settings(), 0);
    calls = new Calls(web);
    predictor = new PlayedPredictor(cluster.kafka, cluster.store);
  }

  @AfterAll
  static void stop() {
    web.close();
    predictor.close();
  }

  @Test
  void anAcceptedFormIsOnKafkaWithAllThatIsDerived() {
    HttpResponse<String> accepted = calls.post(FORM, encoded(flight()), "*/*");

    assertThat(accepted.statusCode()).isEqualTo(200);
    assertThat(json(accepted).get("status").asText()).isEqualTo("OK");
    String id = json(accepted).get("id").asText();
    JsonNode request = Json.read(predictor.awaitBytes(id), JsonNode.class);
    assertThat(request.properties())
        .extracting(field -> field.getKey() + "=" + field.getValue().asText())
        .contains(
            "UUID=" + id,
            "Carrier=AA",
            "FlightNum=1",
            "FlightDate=2013-07-04",
            "Origin=JFK",
            "Dest=LAX",
            "DepDelay=25.0",
            "DayOfWeek=4",
            "DayOfMonth=4",
            "DayOfYear=185",
            "Distance=2469.0",
            "Route=JFK-LAX")
        .anyMatch(field -> field.matches("Timestamp=\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d.*Z"));
  }

  @Test
  void jsonIsTakenToo() {
    HttpResponse<String> accepted =
        calls.post(
            "application/json",
            """
            {"DepDelay": -3, "Carrier": "aa", "FlightDate": "2013-07-04",
             "Origin": "jfk", "Dest": "LAX", "FlightNum": null}
            """,
            "application/json");

    var request = predictor.await(json(accepted).get("id").asText());
    assertThat(request.depDelay()).isEqualTo(-3);
    assertThat(request.carrier()).isEqualTo("AA");
    assertThat(request.origin()).isEqualTo("JFK");
    assertThat(request.flightNum()).isNull();
  }

  @Test
  void aFlightThatHasNotLeftYetIsTaken() {
    String id = calls.classify(flightWith("DepDelay", ""));

    assertThat(predictor.await(id).depDelay()).isNull();
  }

  @Test
  void airportsThatDoNotExistOrLieElsewhereAreRefusedAtTheirField() {
    long before = predictor.requests();

    HttpResponse<String> unknown =
        calls.post(FORM, encoded(flightWith("Origin", "JKF")), "application/json");
    HttpResponse<String> abroad =
        calls.post(FORM, encoded(flightWith("Dest", "LHR")), "application/json");

    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(json(unknown).at("/errors/0/field").asText()).isEqualTo("Origin");
    assertThat(json(unknown).at("/errors/0/message").asText())
        .contains("there is no such airport", "JFK");
    assertThat(abroad.statusCode()).isEqualTo(400);
    assertThat(json(abroad).at("/errors/0/message").asText())
        .contains("London Heathrow", "United Kingdom", "only flights within the United States");
    assertThat(predictor.requests()).isEqualTo(before);
  }

  @Test
  void thePageOfARequestThatNobodyHasMadeSaysSo() {
    HttpResponse<String> other = calls.page("/predictions/3f1c1c5e-0000-4000-8000-000000000000");
    HttpResponse<String> old = calls.page("/predictions/018bcfe5-6800-7000-8000-000000000000");

    assertThat(other.statusCode()).isEqualTo(404);
    assertThat(other.body()).contains("There is no such request");
    assertThat(old.statusCode()).isEqualTo(200);
    assertThat(old.body()).contains("No answer yet", "14 Nov, 22:13");
  }

  @Test
  void anAnswerSaysInWordsWhatItMeans() {
    String id = calls.classify(flightWith("CRSArrTime", "23:50"));
    predictor.store(PlayedPredictor.prediction(predictor.await(id)));

    var answer = json(calls.response(id, ""));
    assertThat(answer.at("/summary/headline").asText()).isEqualTo("Probably on time");
    assertThat(answer.at("/summary/arrival").asText())
        .isEqualTo("about 00:04, between 23:41 and 00:31");
    assertThat(answer.at("/prediction/Prediction").asInt()).isEqualTo(2);
  }

  @Test
  void badFieldsAreNamedAndNothingIsSent() {
    long before = predictor.requests();

    HttpResponse<String> refused =
        calls.post(FORM, encoded(flightWith("Origin", "New York")), "*/*");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(json(refused).get("status").asText()).isEqualTo("ERROR");
    assertThat(json(refused).get("errors")).hasSize(1);
    assertThat(json(refused).at("/errors/0/field").asText()).isEqualTo("Origin");
    assertThat(json(refused).at("/errors/0/message").asText()).contains("three-letter code");
    assertThat(predictor.requests()).isEqualTo(before);
  }

  @Test
  void aBodyThatIsNoFormIsRefusedAndNothingIsSent() {
    long before = predictor.requests();

    assertThat(calls.post("application/json", "{\"Origin\":", "*/*").statusCode()).isEqualTo(400);
    assertThat(calls.post("application/json", "[]", "*/*").statusCode()).isEqualTo(400);
    assertThat(calls.post("text/plain", "Origin=JFK", "*/*").statusCode()).isEqualTo(415);
    assertThat(calls.post(FORM + ";charset=nonsense", "Origin=JFK", "*/*").statusCode())
        .isEqualTo(415);
    assertThat(calls.post(FORM, "x=" + "x".repeat(70_000), "*/*").statusCode()).isEqualTo(413);
    HttpResponse<String> nested = calls.post("application/json", "{\"Dest\":{}}", "*/*");
    assertThat(nested.statusCode()).isEqualTo(400);
    assertThat(json(nested).at("/errors/0/field").asText()).isEqualTo("Dest");
    assertThat(predictor.requests()).isEqualTo(before);
  }

  @Test
  void aBrowserWithoutScriptIsLedToThePredictionsPage() {
    HttpResponse<String> led = calls.post(FORM, encoded(flight()), "text/html");

    assertThat(led.statusCode()).isEqualTo(303);
    String page = led.headers().firstValue("Location").orElseThrow();
    assertThat(page).startsWith("/predictions/");
    assertThat(calls.page(page).body()).contains("Waiting for the predictor");
    predictor.store(PlayedPredictor.prediction(predictor.await(page.replaceAll(".*/", ""))));
    assertThat(calls.page(page).body())
        .contains("Probably on time", "81% chance of less than 30 minutes late")
        .contains("+14 min", "58%", "Left 25 minutes late");
  }

  @Test
  void aBrowserWithoutScriptSeesItsFormAgainWithWhatIsWrong() {
    HttpResponse<String> again = calls.post(FORM, encoded(flightWith("Dest", "<b>")), "text/html");

    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(again.body())
        .contains("value=\"&lt;b&gt;\"", "Destination must be an airport&#39;s three-letter code")
        .contains("value=\"JFK\"")
        .doesNotContain("<b>\"");
  }
}
