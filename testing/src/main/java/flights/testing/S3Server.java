package flights.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A server that speaks the protocol of S3, in a process of its own, with one bucket. */
public final class S3Server implements AutoCloseable {

  public static final String BUCKET = "flights-test";

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long PAUSE_MILLIS = 100;

  private final Process process;
  private final int port;

  private S3Server(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Returns when it answers.
   *
   * @param folder for what it keeps and says
   */
  public static S3Server start(Path folder) {
    try {
      int port = freePort();
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx256m",
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "-jar",
                  jar(),
                  "--com.adobe.testing.s3mock.http-port=" + port,
                  "--server.port=0",
                  "--server.address=127.0.0.1",
                  "--com.adobe.testing.s3mock.store.root=" + folder.resolve("s3"),
                  "--com.adobe.testing.s3mock.store.initial-buckets=" + BUCKET)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("s3.log").toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "s3-stop"));
      S3Server server = new S3Server(process, port);
      server.awaitAnswer(folder.resolve("s3.log"));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String endpoint() {
    return "http://127.0.0.1:" + port;
  }

  /** How Hadoop, and whoever goes by its options, reaches it. */
  public Map<String, String> options() {
    return Map.of(
        "spark.hadoop.fs.s3a.endpoint", endpoint(),
        "spark.hadoop.fs.s3a.endpoint.region", "us-east-1",
        "spark.hadoop.fs.s3a.path.style.access", "true",
        "spark.hadoop.fs.s3a.access.key", "a-key",
        "spark.hadoop.fs.s3a.secret.key", "a-secret");
  }

  /** The same as the text of a setting. */
  public String optionsText() {
    return options().entrySet().stream()
        .map(option -> option.getKey() + "=" + option.getValue())
        .collect(Collectors.joining(" "));
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private void awaitAnswer(Path log) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(endpoint() + "/" + BUCKET + "?list-type=2")).build();
    while (process.isAlive() && System.nanoTime() < end) {
      try {
        if (client.send(request, BodyHandlers.ofString()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // Not yet.
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      sleep();
    }
    close();
    throw new IllegalStateException("the S3 server does not answer: see " + log);
  }

  private static void sleep() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String jar() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(it -> Path.of(it).getFileName().toString().matches("s3mock-.*-exec\\.jar"))
        .findFirst()
        .orElseThrow();
  }
}
