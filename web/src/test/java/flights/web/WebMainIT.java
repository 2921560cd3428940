package flights.web;

import static flights.web.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The process: how it starts, how it refuses to, and how it ends. */
class WebMainIT {

  @Test
  void aSettingThatCannotBeUsedEndsItWithOneLine() throws Exception {
    Process process = start(Map.of("FLIGHTS_WEB_PORT", "http"));

    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(errors(process)).hasSize(1).first().asString().startsWith("FLIGHTS_WEB_PORT=http");
  }

  @Test
  void aTakenPortEndsItWithOneLine() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      Process process = start(Map.of("FLIGHTS_WEB_PORT", port));

      assertThat(process.waitFor()).isEqualTo(2);
      assertThat(errors(process))
          .containsExactly(
              "port " + port + " of 127.0.0.1 is taken; FLIGHTS_WEB_PORT sets another port");
    }
  }

  @Test
  void itServesWithoutBrokerAndStoreSaysSoOnceAndEndsWhenTold() throws Exception {
    int port = Ports.free();
    Process process =
        start(
            Map.of(
                "FLIGHTS_WEB_PORT", String.valueOf(port),
                "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1",
                "MONGODB_URI", "mongodb://127.0.0.1:1"));
    await().ignoreExceptions().until(() -> health(port).contains("MONGODB_URI"));
    await().until(() -> health(port).contains("KAFKA_BOOTSTRAP_SERVERS"));

    // Process.destroy() would also close the streams that are read below.
    process.toHandle().destroy();

    assertThat(process.waitFor()).isEqualTo(143);
    assertThat(errors(process)).isEmpty();
    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines())
        .anyMatch(line -> line.endsWith("the web pages are at http://127.0.0.1:" + port))
        .filteredOn(line -> !line.contains(" INFO "))
        .satisfiesExactlyInAnyOrder(
            line -> assertThat(line).contains("WARN  no Kafka answers at 127.0.0.1:1;"),
            line -> assertThat(line).contains("WARN  no MongoDB answers at mongodb://127.0.0.1:1"));
  }

  private static Process start(Map<String, String> settings) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(java, "-cp", System.getProperty("java.class.path"), WebMain.class.getName()));
    builder.environment().putAll(new TreeMap<>(settings));
    return builder.start();
  }

  private static List<String> errors(Process process) throws IOException {
    return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .toList();
  }

  private static String health(int port) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + port + "/health");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
        .body();
  }
}
