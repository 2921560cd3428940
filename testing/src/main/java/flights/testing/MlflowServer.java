package flights.testing;

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
public final class MlflowServer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long PAUSE_MILLIS = 100;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path home;
  private final int port;
  private Process process;

  /**
   * Does not start it.
   *
   * @param home for what it keeps and says
   */
  public MlflowServer(Path home) throws IOException {
    this.home = home;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
  }

  public static boolean isInstalled() {
    return System.getenv("FLIGHTS_TEST_MLFLOW") != null;
  }

  public String address() {
    return "http://127.0.0.1:" + port;
  }

  public int port() {
    return port;
  }

  /** Returns when it answers. */
  public void start() throws IOException, InterruptedException {
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
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "mlflow-stop"));
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException("MLflow does not start: see " + home.resolve("out"));
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private boolean answers() throws InterruptedException {
    try {
      return text(HttpRequest.newBuilder(URI.create(address() + "/health"))).equals("OK");
    } catch (IOException e) {
      return false;
    }
  }

  public JsonNode get(String path) throws Exception {
    return Json.read(text(api(path)), JsonNode.class);
  }

  public JsonNode post(String path, Map<String, ?> content) throws Exception {
    return Json.read(
        text(
            api(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.write(content)))),
        JsonNode.class);
  }

  /** All processes of it, this moment. */
  public List<ProcessHandle> processes() {
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
