package flights.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import flights.bench.system.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The program as a user has it: its script, a home and ports of its own. */
final class Installation {

  private static final Path SCRIPT = Path.of("..", "flights").toAbsolutePath().normalize();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> environment = new HashMap<>();
  private final Path folder;

  /** What a command has said, and its exit code. */
  record Said(int code, String text) {}

  Installation(Path folder) {
    this.folder = folder;
    environment.put("FLIGHTS_HOME", folder.resolve("home").toString());
    List<Integer> ports = FreePorts.of(4);
    environment.put("FLIGHTS_KAFKA_PORT", ports.get(0).toString());
    environment.put("FLIGHTS_STORE_PORT", ports.get(1).toString());
    environment.put("FLIGHTS_WEB_PORT", ports.get(2).toString());
    environment.put("FLIGHTS_METRICS_PORT", ports.get(3).toString());
    // The test run has built everything; nothing is to be built while it runs.
    environment.put("FLIGHTS_PARENT", String.valueOf(ProcessHandle.current().pid()));
  }

  Map<String, String> environment() {
    return environment;
  }

  /** Starts a command that goes on; what it says goes to a file. */
  Process start(Path log, Map<String, String> more, String... command) throws IOException {
    return builder(more, command).redirectOutput(log.toFile()).start();
  }

  /** Returns when a system that was started has answered a first request. */
  static void awaitReady(Process up, Path log) {
    await()
        .atMost(Duration.ofMinutes(12))
        .until(
            () -> {
              assertThat(up.isAlive()).as("%s", Files.readString(log)).isTrue();
              return Files.readString(log).contains("ready: http://127.0.0.1:");
            });
  }

  /** Runs a command to its end. */
  Said run(Map<String, String> more, String... command) throws IOException, InterruptedException {
    Path log = Files.createTempFile(folder, "command", ".log");
    int code = start(log, more, command).waitFor();
    return new Said(code, Files.readString(log));
  }

  /** Runs a line of a document to its end, in a folder, as a user types it. */
  Said shell(Path where, Map<String, String> more, String line)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile(folder, "command", ".log");
    ProcessBuilder builder = withEnvironment(new ProcessBuilder("bash", "-ec", line), more);
    int code = builder.directory(where.toFile()).redirectOutput(log.toFile()).start().waitFor();
    return new Said(code, Files.readString(log));
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  /** As curl does it; fails when it is refused. */
  void postConnector(Path file) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(local("FLIGHTS_CONNECT_PORT", "/connectors"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  String predictorMetrics() throws IOException, InterruptedException {
    URI metrics = local("FLIGHTS_METRICS_PORT", "/metrics");
    return http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString()).body();
  }

  String address(String path) {
    return uri(path).toString();
  }

  private URI uri(String path) {
    return local("FLIGHTS_WEB_PORT", path);
  }

  private URI local(String port, String path) {
    return URI.create("http://127.0.0.1:" + environment.get(port) + path);
  }

  private ProcessBuilder builder(Map<String, String> more, String... command) {
    List<String> all = new ArrayList<>(List.of(SCRIPT.toString()));
    all.addAll(List.of(command));
    return withEnvironment(new ProcessBuilder(all), more);
  }

  private ProcessBuilder withEnvironment(ProcessBuilder builder, Map<String, String> more) {
    builder.redirectErrorStream(true);
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.matches("FLIGHTS_(?!TEST_|JAVA_OPTIONS).*"));
    builder.environment().remove("KAFKA_BOOTSTRAP_SERVERS");
    builder.environment().remove("MONGODB_URI");
    builder.environment().putAll(environment);
    builder.environment().putAll(more);
    return builder;
  }
}
