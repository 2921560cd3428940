package flights.connect;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code ./flights connect} as a process of its own, with the class path of the tests. */
final class ConnectProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Path folder;
  private final Map<String, String> environment;
  private final int port = freePort();
  private Process process;

  ConnectProcess(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  /** Returns when it takes calls. */
  void start(Path... files) throws IOException {
    begin(files);
    await().atMost(PATIENCE).until(this::answers);
  }

  /** Starts it and returns its exit code. */
  int end(Path... files) throws IOException, InterruptedException {
    begin(files);
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("it does not end: " + said());
    }
    return process.exitValue();
  }

  /** Clears the data of its home and on the servers; returns the exit code. */
  int reset() throws IOException, InterruptedException {
    Process reset =
        builder("flights.standalone.StandaloneMain", List.of("reset", "--data", "--yes")).start();
    if (!reset.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      reset.destroyForcibly();
      throw new AssertionError("the reset does not end: " + said());
    }
    return reset.exitValue();
  }

  private void begin(Path... files) throws IOException {
    process =
        builder(ConnectMain.class.getName(), Stream.of(files).map(Path::toString).toList()).start();
  }

  private ProcessBuilder builder(String main, List<String> words) throws IOException {
    Files.createDirectories(folder);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("@../jvm.options", "-Xmx384m", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("-Dflights.root=..", main));
    command.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    builder.environment().put("FLIGHTS_HOME", folder.resolve("home").toString());
    builder.environment().put("FLIGHTS_CONNECT_PORT", String.valueOf(port));
    builder.environment().putAll(environment);
    return builder;
  }

  private boolean answers() throws IOException, InterruptedException {
    if (!process.isAlive()) {
      throw new AssertionError("it has ended: " + Files.readString(log()));
    }
    try {
      api().states();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  int port() {
    return port;
  }

  ConnectApi api() {
    return new ConnectApi(URI.create("http://127.0.0.1:" + port));
  }

  /** As curl does it. */
  void post(Path file) throws IOException, InterruptedException {
    post("/connectors", BodyPublishers.ofFile(file));
  }

  /** With its tasks, also when nothing has failed. */
  void restart(String connector) throws IOException, InterruptedException {
    post("/connectors/" + connector + "/restart?includeTasks=true", BodyPublishers.noBody());
  }

  private void post(String path, BodyPublisher body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Content-Type", "application/json")
            .POST(body)
            .build();
    HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
  }

  /** How many connectors run, with their tasks. */
  int running() throws IOException, InterruptedException {
    int running = 0;
    for (JsonNode connector : api().states()) {
      running += ConnectorState.of(connector.path("status")).words().equals("runs") ? 1 : 0;
    }
    return running;
  }

  String said() throws IOException {
    return Files.readString(log());
  }

  private Path log() {
    return folder.resolve("connect.log");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** In order, as by Ctrl-C. */
  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("it does not end");
    }
  }
}
