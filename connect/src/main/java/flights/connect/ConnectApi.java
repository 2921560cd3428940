package flights.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The REST interface of Kafka Connect. Its calls throw IOException with what it answers. */
final class ConnectApi {

  /** It connects with a database before it takes a connector. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final int REFUSED = 400;

  private final ObjectMapper mapper = new ObjectMapper();
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI address;

  ConnectApi(URI address) {
    this.address = address;
  }

  URI address() {
    return address;
  }

  /** How each connector is, by its name. */
  JsonNode states() throws IOException, InterruptedException {
    return send("GET", "/connectors?expand=status", BodyPublishers.noBody());
  }

  /** Makes a connector, or changes it. */
  void put(ConnectorFile connector) throws IOException, InterruptedException {
    send(
        "PUT",
        "/connectors/" + connector.name() + "/config",
        BodyPublishers.ofString(connector.config()));
  }

  /** Starts again what has failed of a connector. */
  void restart(String name) throws IOException, InterruptedException {
    send(
        "POST",
        "/connectors/" + name + "/restart?includeTasks=true&onlyFailed=true",
        BodyPublishers.noBody());
  }

  private JsonNode send(String method, String path, BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve(path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .method(method, body)
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= REFUSED) {
      throw new IOException(message(answer));
    }
    return mapper.readTree(answer.body());
  }

  private String message(HttpResponse<String> answer) throws IOException {
    String text = mapper.readTree(answer.body()).path("message").asText();
    // It puts each fault on a line of its own, and a hint at the end.
    return "%d %s"
        .formatted(answer.statusCode(), text.replaceAll("\\s*You can also find.*", "").strip())
        .replaceAll("\\s*\\R\\s*", " ");
  }
}
