package flights.faults;

import com.fasterxml.jackson.databind.JsonNode;
import flights.bench.SampleRequests;
import flights.bench.load.PredictionCalls;
import flights.core.json.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks until it is answered, as a person does. */
final class AnswerProbe {

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final long PAUSE_MILLIS = 100;

  private final FaultTarget system;
  private final SentRequests sentRequests;
  private final SampleRequests requests = new SampleRequests(7);
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .build();

  AnswerProbe(FaultTarget system, SentRequests sentRequests) {
    this.system = system;
    this.sentRequests = sentRequests;
  }

  /** The version that has answered; throws IllegalStateException when none does for so long. */
  String awaitAnswer(Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    String seen = "nothing";
    while (System.nanoTime() < end) {
      try {
        JsonNode answer = ask();
        if (answer.has("prediction")) {
          return answer.path("prediction").path("ModelVersion").asText();
        }
        seen = answer.toString();
      } catch (IOException | IllegalArgumentException e) {
        seen = e.toString();
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    throw new IllegalStateException(
        "no answer within " + longest.toSeconds() + " s, but " + seen + ": see " + system.folder());
  }

  private JsonNode ask() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(system.address(PredictionCalls.PATH + "?wait=2s"))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    Json.write(SampleRequests.form(requests.next()))))
            .build();
    HttpResponse<String> answer;
    try {
      answer = http.send(request, BodyHandlers.ofString());
    } catch (ConnectException | HttpConnectTimeoutException e) {
      sentRequests.unreached();
      throw e;
    } catch (IOException e) {
      sentRequests.unanswered();
      throw e;
    }
    JsonNode said = Json.read(answer.body(), JsonNode.class);
    if (answer.statusCode() == 200) {
      sentRequests.accepted(said.path("id").asText());
    } else {
      sentRequests.refused(
          answer.statusCode(), answer.headers().firstValue("Retry-After").isPresent());
    }
    return said;
  }
}
