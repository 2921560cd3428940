package flights.core.tracker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import flights.core.json.Json;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Calls of MLflow's REST API; each throws {@link TrackerException} when it is not answered. */
final class MlflowClient {

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);
  private static final Duration STORED_WITHIN = Duration.ofMinutes(2);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);
  private static final int MOST_WORDS = 300;
  private static final int NOT_FOUND = 404;
  private static final int OK = 200;

  private final TrackerAccess access;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_WITHIN)
          .build();

  MlflowClient(TrackerAccess access) {
    this.access = access;
  }

  /** A missing node when there is no such thing. */
  JsonNode get(String path, Map<String, String> query) {
    StringBuilder address = new StringBuilder(api(path));
    char mark = '?';
    for (Map.Entry<String, String> entry : new TreeMap<>(query).entrySet()) {
      address.append(mark).append(entry.getKey()).append('=').append(encoded(entry.getValue()));
      mark = '&';
    }
    HttpResponse<String> answer = send(request(address.toString()).GET().build());
    return answer.statusCode() == NOT_FOUND ? MissingNode.getInstance() : body(path, answer);
  }

  JsonNode post(String path, Map<String, ?> content) {
    return body(
        path, send(json(path).POST(BodyPublishers.ofByteArray(Json.bytes(content))).build()));
  }

  JsonNode patch(String path, Map<String, ?> content) {
    return body(
        path,
        send(json(path).method("PATCH", BodyPublishers.ofByteArray(Json.bytes(content))).build()));
  }

  /** Stores a file where the server keeps artifacts. */
  void put(String artifact, byte[] content) {
    put(artifact, BodyPublishers.ofByteArray(content));
  }

  /** The same, without holding the file in memory. */
  void put(String artifact, Path file) {
    try {
      put(artifact, BodyPublishers.ofFile(file));
    } catch (FileNotFoundException e) {
      throw TrackerException.refused(file + " is gone");
    }
  }

  private void put(String artifact, BodyPublisher content) {
    // A space, say, of a stage's name.
    String path = "mlflow-artifacts/artifacts/" + artifact.replace(" ", "%20");
    body(path, send(request(api(path)).timeout(STORED_WITHIN).PUT(content).build()));
  }

  @Override
  public String toString() {
    return access.address();
  }

  private String api(String path) {
    return access.address() + "/api/2.0/" + path;
  }

  private HttpRequest.Builder json(String path) {
    return request(api(path)).header("Content-Type", "application/json");
  }

  private HttpRequest.Builder request(String address) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(address)).timeout(ANSWER_WITHIN);
    return access.authorization().isEmpty()
        ? builder
        : builder.header("Authorization", access.authorization());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw TrackerException.away("no MLflow answers at " + access.address());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw TrackerException.away("interrupted");
    }
  }

  private JsonNode body(String path, HttpResponse<String> answer) {
    if (answer.statusCode() != OK) {
      throw TrackerException.refused(
          "the MLflow at %s answers %s with %d: %s"
              .formatted(access.address(), path, answer.statusCode(), words(answer.body())));
    }
    try {
      return Json.read(answer.body().isBlank() ? "{}" : answer.body(), JsonNode.class);
    } catch (IllegalArgumentException e) {
      throw TrackerException.away("what answers at " + access.address() + " is no MLflow");
    }
  }

  private static String words(String body) {
    String line = body.lines().findFirst().orElse("");
    return line.length() > MOST_WORDS ? line.substring(0, MOST_WORDS) + "..." : line;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
