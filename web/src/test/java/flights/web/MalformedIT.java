package flights.web;

import static flights.web.Calls.CLASSIFY;
import static flights.web.Calls.FORM;
import static flights.web.Calls.encoded;
import static flights.web.Calls.flight;
import static flights.web.Calls.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/**
 * A thousand requests that are no good: wrong types, sizes, methods, tricks with scripts and paths.
 * More on demand: {@code -Dflights.test.random=100000}.
 */
class MalformedIT {

  private static final int REQUESTS = Integer.getInteger("flights.test.random", 1_000);
  private static final int AT_ONCE = 50;
  private static final List<String> NASTY =
      List.of(
          "<script>alert(1)</script>",
          "'; drop table flights; --",
          "../../../../etc/passwd",
          "%00",
          "\u0000\u0007",
          "{\"$ne\":null}",
          "${jndi:ldap://127.0.0.1/x}",
          "JFKK",
          "-1e309",
          "N/A",
          "✈".repeat(500),
          "2013-02-30");
  private static final List<String> METHODS = List.of("PUT", "DELETE", "PATCH", "OPTIONS");
  private static final List<String> BODIES =
      List.of("{", "[]", "null", "{\"Origin\":[1]}", "{\"a\":{}}", "x".repeat(8_000), "\u0000");

  private final Random random = new Random(7);
  private final String base = "http://127.0.0.1:" + Site.WEB.port();

  @Test
  void onlyRefusalsAndNothingOnKafka() {
    Cluster cluster = Cluster.shared();
    try (PlayedPredictor predictor = new PlayedPredictor(cluster.kafka, cluster.store)) {
      long before = predictor.requests();
      for (int sent = 0; sent < REQUESTS; sent += AT_ONCE) {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
          answers.add(Site.CALLS.later(malformed()));
        }
        answers.forEach(answer -> refused(answer.join()));
      }
      assertThat(predictor.requests()).isEqualTo(before);
    }
    String id = Site.CALLS.classify(flight());
    assertThat(id).hasSize(36);
  }

  @RepeatedTest(20)
  void whoIsRefusedBeforeTheBodyIsThereMayAskAgainOnTheConnection() {
    String answers =
        Raw.send(
            Site.WEB,
            "PUT /health HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n",
            "{}",
            "GET /openapi.yaml HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    assertThat(answers.lines().filter(line -> line.startsWith("HTTP/1.1 ")))
        .containsExactly("HTTP/1.1 405 Method Not Allowed", "HTTP/1.1 200 OK");
  }

  private static void refused(HttpResponse<String> answer) {
    String what = answer.request().method() + " " + answer.request().uri();
    assertThat(answer.statusCode()).as(what).isBetween(400, 499);
    JsonNode error = json(answer);
    assertThat(error.get("status").asText()).as(what).isEqualTo("ERROR");
    assertThat(error.at("/errors/0/message").asText()).as(what).isNotBlank();
    assertThat(answer.body()).as(what).doesNotContain("Exception", "\tat ");
  }

  private HttpRequest malformed() {
    HttpRequest.Builder request = Site.CALLS.request(CLASSIFY).header("Accept", "application/json");
    return switch (random.nextInt(6)) {
      case 0 ->
          request
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(any(BODIES)))
              .build();
      case 1 ->
          request
              .header("Content-Type", "application/x-" + random.nextInt(100))
              .POST(BodyPublishers.ofString(encoded(flight())))
              .build();
      case 2 -> request.method(any(METHODS), BodyPublishers.ofString(any(BODIES))).build();
      case 3 -> Site.CALLS.request(CLASSIFY + "/response/" + path()).build();
      case 4 ->
          request
              .uri(java.net.URI.create(base + "/flights/" + path() + "/" + path() + "/" + path()))
              .build();
      default ->
          request
              .header("Content-Type", FORM)
              .POST(BodyPublishers.ofString(encoded(broken())))
              .build();
    };
  }

  private Map<String, String> broken() {
    Map<String, String> fields = new TreeMap<>(flight());
    List<String> names =
        List.of("Carrier", "FlightDate", "Origin", "Dest", "DepDelay", "FlightNum");
    fields.put(any(names), any(NASTY));
    return fields;
  }

  private String path() {
    return java.net.URLEncoder.encode(any(NASTY), java.nio.charset.StandardCharsets.UTF_8);
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
