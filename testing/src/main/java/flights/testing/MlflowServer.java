package flights.trainer;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import flights.core.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A real MLflow, as {@code ./flights mlflow} starts it, and questions to it. */
final class MlflowServer implements AutoCloseable {

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path home;
  private final int port;
  private Process process;

  /** Does not start it. */
  MlflowServer(Path home) throws IOException {
    this.home = home;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
  }

  static boolean isInstalled() {
    return System.getenv("FLIGHTS_TEST_MLFLOW") != null;
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  void start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(Path.of("..", "flights").toAbsolutePath().toString(), "mlflow")
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("out").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("MLFLOW_"));
    builder
        .environment()
        .putAll(
            Map.of(
                "FLIGHTS_HOME", home.toString(),
                "FLIGHTS_MODEL_STORE", home.resolve("models").toString(),
                "FLIGHTS_MLFLOW_PORT", String.valueOf(port)));
    process = builder.start();
    await()
        .atMost(Duration.ofMinutes(2))
        .ignoreExceptions()
        .until(() -> text(HttpRequest.newBuilder(URI.create(address() + "/health"))).equals("OK"));
  }

  JsonNode get(String path) throws Exception {
    return Json.read(text(api(path)), JsonNode.class);
  }

  JsonNode post(String path, Map<String, ?> content) throws Exception {
    return Json.read(
        text(
            api(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.write(content)))),
        JsonNode.class);
  }

  /** All processes of it, this moment. */
  List<ProcessHandle> processes() {
    return process.descendants().toList();
  }

  @Override
  public void close() throws InterruptedException {
    if (process != null) {
      process.destroy();
      process.waitFor();
    }
  }

  private HttpRequest.Builder api(String path) {
    return HttpRequest.newBuilder(URI.create(address() + "/api/2.0/" + path));
  }

  private String text(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString()).body();
  }
}
