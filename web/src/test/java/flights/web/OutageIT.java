package flights.web;

import static flights.web.Calls.FORM;
import static flights.web.Calls.encoded;
import static flights.web.Calls.flight;
import static flights.web.Calls.json;
import static flights.web.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import flights.core.kafka.Kafka;
import flights.standalone.EmbeddedBroker;
import flights.standalone.EmbeddedStore;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The broker and the store may be away, come, and go; the web process sees to it by itself. */
class OutageIT {

  @Test
  void withoutABrokerNothingIsAcceptedAndTheCauseIsSaid() {
    int port = Ports.free();
    String servers = "127.0.0.1:" + port;
    try (Web web = Web.start(Cluster.shared().settingsWithBroker(servers), 0)) {
      Calls calls = new Calls(web);
      await().until(() -> check(calls, 1).get("up").asBoolean());
      assertThat(calls.get("/ready").statusCode()).isEqualTo(503);
      assertThat(calls.get("/health").statusCode()).isEqualTo(503);
      assertThat(json(calls.get("/health")).get("status").asText()).isEqualTo("DOWN");
      await().untilAsserted(() -> assertThat(cause(calls)).contains("KAFKA_BOOTSTRAP_SERVERS"));
      assertThat(cause(calls)).contains("no Kafka answers at " + servers);

      HttpResponse<String> refused = calls.post(FORM, encoded(flight()), "*/*");
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(json(refused).get("status").asText()).isEqualTo("ERROR");
      assertThat(json(refused).at("/errors/0").has("field")).isFalse();
      assertThat(json(refused).at("/errors/0/message").asText())
          .contains("no Kafka answers at " + servers);
      HttpResponse<String> page = calls.post(FORM, encoded(flight()), "text/html");
      assertThat(page.statusCode()).isEqualTo(503);
      assertThat(page.body()).contains("no Kafka answers at " + servers, "value=\"JFK\"");
    }
  }

  @Test
  void aBrokerThatComesLateIsFoundAndTheRefusedRequestIsNotOnIt() {
    int port = Ports.free();
    Cluster cluster = Cluster.shared();
    try (Web web = Web.start(cluster.settingsWithBroker("127.0.0.1:" + port), 0)) {
      Calls calls = new Calls(web);
      assertThat(calls.post(FORM, encoded(flight()), "*/*").statusCode()).isEqualTo(503);

      try (EmbeddedBroker broker = EmbeddedBroker.start(Cluster.temporaryFolder(), port)) {
        await().until(() -> calls.get("/ready").statusCode() == 200);
        String id = calls.classify(flight());
        try (PlayedPredictor predictor =
            new PlayedPredictor(new Kafka(broker.servers()), cluster.store)) {
          var poll = calls.responseLater(id, "?wait=30s");
          var prediction = PlayedPredictor.prediction(predictor.await(id));
          await()
              .until(
                  () -> {
                    predictor.respond(prediction);
                    return poll.isDone();
                  });
          assertThat(json(poll.join()).get("status").asText()).isEqualTo("OK");
          assertThat(predictor.requests()).isEqualTo(1);
        }
      }
    }
  }

  @Test
  void aStoreThatComesAndGoesIsNoticed() {
    int port = Ports.free();
    String uri = "mongodb://" + "127.0.0.1:" + port;
    try (Web web = Web.start(Cluster.settings(Cluster.shared().kafka.servers(), uri), 0)) {
      Calls calls = new Calls(web);
      await().until(() -> check(calls, 1).get("detail").asText().contains("MONGODB_URI"));
      assertThat(json(calls.response(UUID.randomUUID().toString(), "")).get("status").asText())
          .isEqualTo("WAIT");
      try (EmbeddedStore store = EmbeddedStore.inMemory(port)) {
        await().until(() -> check(calls, 1).get("up").asBoolean());
        assertThat(check(calls, 1).get("detail").asText()).isEqualTo(store.uri());
      }
      await().until(() -> !check(calls, 1).get("up").asBoolean());
    }
  }

  /** The broker is gone, and the server stops before it has given up waiting for it. */
  @Test
  void whoIsCutOffByAStopIsToldToComeAgain() throws IOException {
    int port = Ports.free();
    String answer;
    try (Web web = Web.start(Cluster.shared().settingsWithBroker("127.0.0.1:" + port), 0);
        Socket socket = new Socket("127.0.0.1", web.port())) {
      try (EmbeddedBroker broker = EmbeddedBroker.start(Cluster.temporaryFolder(), port)) {
        await().until(() -> new Calls(web).get("/ready").statusCode() == 200);
      }
      String body = encoded(flight());
      write(
          socket,
          ("POST %s HTTP/1.1\r\nHost: x\r\nContent-Type: %s\r\nContent-Length: %d\r\n"
                  + "Expect: 100-continue\r\n\r\n")
              .formatted("/flights/delays/predict/classify_realtime", FORM, body.length()));
      String goOn = new String(socket.getInputStream().readNBytes(25), StandardCharsets.UTF_8);
      assertThat(goOn).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
      write(socket, body);
      web.close();
      answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    assertThat(answer).startsWith("HTTP/1.1 503").contains("Retry-After: 1\r\n");
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String cause(Calls calls) {
    return check(calls, 0).get("detail").asText();
  }

  private static JsonNode check(Calls calls, int index) {
    return json(calls.get("/health")).get("checks").get(index);
  }
}
