package flights.web;

import static flights.web.Calls.CLASSIFY;
import static flights.web.Calls.flight;
import static flights.web.Calls.json;
import static flights.web.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import flights.flight.Prediction;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How an answer reaches the one who waits for it. */
class ResponseIT {

  /** So many threads a web process has at most for its answers. */
  private static final int POOL = 64;

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
  void aPollWithoutWaitingSaysWaitUntilThePredictionIsStored() {
    String id = calls.classify(flight());
    JsonNode waiting = json(calls.response(id, ""));
    assertThat(waiting.get("status").asText()).isEqualTo("WAIT");
    assertThat(waiting.get("id").asText()).isEqualTo(id);

    predictor.store(prediction(id));

    JsonNode answer = json(calls.response(id, ""));
    assertThat(answer.get("status").asText()).isEqualTo("OK");
    assertThat(answer.get("id").asText()).isEqualTo(id);
    assertThat(answer.at("/prediction/Prediction").asInt()).isEqualTo(2);
    assertThat(answer.at("/prediction/UUID").asText()).isEqualTo(id);
    assertThat(answer.at("/prediction/FlightDate").asText()).isEqualTo("2013-07-04");
    assertThat(answer.at("/prediction/Probabilities/3").asDouble()).isEqualTo(0.19);
    assertThat(answer.at("/prediction/ArrDelayP90").asDouble()).isEqualTo(41.2);
    assertThat(answer.at("/prediction/Reasons/0/Text").asText()).contains("25 minutes late");
    assertThat(answer.at("/prediction/ScoredAt").asText()).isEqualTo("2013-07-04T08:15:30.123Z");
  }

  @Test
  void aLongPollIsAnsweredByTheResponseTopicAlone() throws Exception {
    String id = calls.classify(flight());
    Prediction prediction = prediction(id);

    var poll = calls.responseLater(id, "?wait=30s");
    respondUntilDone(List.of(poll), () -> predictor.respond(prediction));

    assertThat(json(poll.get()).get("status").asText()).isEqualTo("OK");
    assertThat(json(poll.get()).at("/prediction/ExpectedArrDelay").asDouble()).isEqualTo(14.3);
    assertThat(json(calls.response(id, "")).get("status").asText())
        .as("who comes a moment later")
        .isEqualTo("OK");
  }

  @Test
  void whoWaitsWhenAskingGetsTheAnswerAtOnce() throws Exception {
    var call = calls.classifyLater(Calls.flightWith("FlightNum", "7771"), "?wait=30s");
    Prediction prediction = PlayedPredictor.prediction(predictor.awaitFlight("7771"));
    respondUntilDone(List.of(call), () -> predictor.respond(prediction));

    assertThat(json(call.get()).get("status").asText()).isEqualTo("OK");
    assertThat(json(call.get()).get("id").asText()).isEqualTo(prediction.request().uuid());
    assertThat(json(call.get()).at("/prediction/ExpectedArrDelay").asDouble()).isEqualTo(14.3);
  }

  @Test
  void whoWaitsInVainWhenAskingGetsTheId() throws Exception {
    JsonNode accepted =
        json(calls.classifyLater(Calls.flightWith("FlightNum", "7772"), "?wait=50ms").get());

    assertThat(accepted.get("status").asText()).isEqualTo("OK");
    assertThat(accepted.get("id").asText()).isEqualTo(predictor.awaitFlight("7772").uuid());
    assertThat(accepted.has("prediction")).isFalse();
  }

  @Test
  void aLongPollIsAnsweredByTheStoreAlone() throws Exception {
    String id = calls.classify(flight());
    var poll = calls.responseLater(id, "?wait=30s");
    assertThat(json(calls.response(id, "?wait=300ms")).get("status").asText()).isEqualTo("WAIT");

    predictor.store(prediction(id));

    assertThat(json(poll.get()).get("status").asText()).isEqualTo("OK");
  }

  @Test
  void aRejectedRequestIsAnErrorWithItsReason() throws Exception {
    String stored = UUID.randomUUID().toString();
    predictor.storeRejection(stored, "no airport is called QQQ");
    assertThat(json(calls.response(stored, "")).get("status").asText()).isEqualTo("ERROR");
    assertThat(json(calls.response(stored, "")).get("message").asText())
        .isEqualTo("no airport is called QQQ");

    String heard = UUID.randomUUID().toString();
    var poll = calls.responseLater(heard, "?wait=30s");
    respondUntilDone(List.of(poll), () -> predictor.reject(heard, "Zürich is no code"));
    assertThat(json(poll.get()).get("status").asText()).isEqualTo("ERROR");
    assertThat(json(poll.get()).get("message").asText()).isEqualTo("Zürich is no code");
  }

  @Test
  void serverSentEventsPushTheOneAnswerAndClose() {
    String id = calls.classify(flight());
    predictor.store(prediction(id));

    HttpResponse<String> events =
        calls.send(
            calls
                .request(CLASSIFY + "/response/" + id + "/events")
                .header("Accept", "text/event-stream")
                .header("Accept-Encoding", "gzip"));

    assertThat(events.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/event-stream");
    assertThat(events.body())
        .startsWith("data: {\"status\":\"OK\",\"id\":\"" + id)
        .endsWith("}\n\n");
  }

  @Test
  void fiveHundredOpenPollsHoldNoThreads() {
    List<String> ids = Stream.generate(() -> UUID.randomUUID().toString()).limit(500).toList();
    Prediction any = prediction(calls.classify(flight()));
    List<CompletableFuture<HttpResponse<String>>> polls = new ArrayList<>(open(ids, 0, 100));
    awaitWaitedFor(100);
    long threadsOfAHundred = webThreads();

    polls.addAll(open(ids, 100, 500));
    awaitWaitedFor(500);

    assertThat(webThreads()).isLessThan(threadsOfAHundred + POOL);
    assertThat(calls.get("/health").statusCode()).isEqualTo(200);
    respondUntilDone(polls, () -> ids.forEach(id -> predictor.respond(withId(any, id))));
    assertThat(polls)
        .allSatisfy(poll -> assertThat(json(poll.get()).get("status").asText()).isEqualTo("OK"));
  }

  private static List<CompletableFuture<HttpResponse<String>>> open(
      List<String> ids, int from, int to) {
    return ids.subList(from, to).stream().map(id -> calls.responseLater(id, "?wait=30s")).toList();
  }

  private static void awaitWaitedFor(int polls) {
    await()
        .until(
            () ->
                calls
                    .get("/metrics")
                    .body()
                    .contains("flights_predictions_waited_for " + polls + ".0"));
  }

  /** Those that answer, of all web processes in this JVM. */
  private static long webThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("web-"))
        .count();
  }

  /** What the reference front-end does: sends a form, parses JSON, polls once a second. */
  @Test
  void theReferenceFrontEndIsServed() {
    JsonNode accepted =
        json(
            calls.post(
                Calls.FORM + "; charset=UTF-8",
                "DepDelay=5&Carrier=AA&FlightDate=2016-12-25&Origin=ATL&Dest=SFO&FlightNum=1519",
                "*/*"));
    assertThat(accepted.get("status").asText()).isEqualTo("OK");
    String id = accepted.get("id").asText();
    predictor.store(PlayedPredictor.prediction(predictor.await(id)));

    JsonNode response = json(calls.response(id, ""));

    assertThat(response.get("status").asText()).isEqualTo("OK");
    assertThat(response.get("prediction").get("Prediction").asInt()).isEqualTo(2);
  }

  /** A message that passes before the poll has arrived is not for it, so it is sent again. */
  private static void respondUntilDone(
      List<CompletableFuture<HttpResponse<String>>> polls, Runnable response) {
    await()
        .until(
            () -> {
              response.run();
              return polls.stream().allMatch(CompletableFuture::isDone);
            });
  }

  private static Prediction prediction(String id) {
    return PlayedPredictor.prediction(predictor.await(id));
  }

  private static Prediction withId(Prediction prediction, String id) {
    return flights.core.json.Json.read(
        flights.core.json.Json.write(prediction).replace(prediction.request().uuid(), id),
        Prediction.class);
  }
}
