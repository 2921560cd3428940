package flights.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.model.Filters;
import flights.core.json.Json;
import flights.core.store.Store;
import flights.flight.FlightCollections;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;

/** Asks the running service for predictions, the way a browser does. */
final class Canary {

  private static final String PATH = "/flights/delays/predict/classify_realtime";

  private final String service;
  private final Store store;
  private final SampleRequests requests = new SampleRequests(Instant.now().toEpochMilli());
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  /**
   * A canary for one service.
   *
   * @param service its address, such as {@code http://127.0.0.1:5001}
   */
  Canary(String service, Store store) {
    this.service = service;
    this.store = store;
  }

  /** Returns what the last answer came to: nothing when it came by that version in time. */
  String failure(String version, Duration patience) throws InterruptedException {
    Instant end = Instant.now().plus(patience);
    String failure;
    do {
      failure = attempt(version);
      if (failure.isEmpty()) {
        return failure;
      }
      Thread.sleep(250);
    } while (Instant.now().isBefore(end));
    return failure;
  }

  private String attempt(String version) throws InterruptedException {
    try {
      JsonNode answer = answer();
      String by = answer.path("prediction").path("ModelVersion").asText();
      if (by.isEmpty()) {
        return "the service gives no prediction, but " + answer;
      }
      return by.equals(version) ? "" : "the service predicts by version " + by;
    } catch (IOException | IllegalArgumentException e) {
      return service + " does not answer (" + e.getClass().getSimpleName() + ")";
    }
  }

  private JsonNode answer() throws IOException, InterruptedException {
    JsonNode accepted =
        send(
            HttpRequest.newBuilder(URI.create(service + PATH))
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        Json.write(SampleRequests.form(requests.next())))));
    String id = accepted.path("id").asText();
    if (id.isEmpty()) {
      return accepted;
    }
    try {
      return send(
          HttpRequest.newBuilder(URI.create(service + PATH + "/response/" + id + "?wait=5s")));
    } finally {
      // Nobody has asked for this prediction: it is not to stand among theirs.
      store.collection(FlightCollections.RESPONSES).deleteOne(Filters.eq("_id", id));
    }
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return Json.read(
        http.send(request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString()).body(),
        JsonNode.class);
  }
}
