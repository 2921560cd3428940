package flights.web;

import static flights.web.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import flights.core.files.Sha256;
import flights.core.kafka.Kafka;
import flights.core.kafka.Topics;
import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.core.training.TrainingJob;
import flights.core.training.TrainingJobs;
import flights.standalone.EmbeddedBroker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that programs send to be learnt from: kept as a whole, or not at all. */
class UploadIT {

  private static final String ADDRESS = "/models/sentiment/trainings";
  private static final String ROWS = "id,clean_text,label\n1,nice,good\n";

  /** Others train what is asked for on the shared ones. */
  private static EmbeddedBroker broker;

  private static Store store;

  @TempDir Path folder;
  private final String id = UUID.randomUUID().toString();
  private final TrainingJobs jobs = new TrainingJobs(store);
  private Web web;
  private Calls calls;

  @BeforeAll
  static void open() throws Exception {
    broker = EmbeddedBroker.start(Cluster.temporaryFolder(), 0);
    store = Store.open(Settings.of(variables()));
    try (Admin admin = new Kafka(broker.servers()).admin()) {
      Topics.ensure(admin, List.of(Topics.TRAINING_REQUESTS), 1, Duration.ofDays(30));
    }
  }

  @AfterAll
  static void close() {
    store.close();
    broker.close();
  }

  private static Map<String, String> variables() {
    Map<String, String> variables = new TreeMap<>(Cluster.shared().variables());
    variables.put("KAFKA_BOOTSTRAP_SERVERS", broker.servers());
    variables.put("MONGODB_DATABASE", "uploads_test");
    return variables;
  }

  @BeforeEach
  void start() {
    start(Map.of("FLIGHTS_UPLOAD_LIMIT", "1m"));
  }

  private void start(Map<String, String> more) {
    web = restarted(more);
    calls = new Calls(web);
  }

  @AfterEach
  void stop() {
    web.close();
  }

  @Test
  void aFileIsKeptUnderANameOfOursAndItsJobTold() throws IOException {
    HttpResponse<String> answer =
        send("?file=..%2F..%2Fetc%2Fpasswd&sample=0.5&with-previous=true", ROWS);

    assertThat(answer.statusCode()).isEqualTo(202);
    String given = Calls.json(answer).path("id").asText();
    String address = ADDRESS + "/" + given;
    assertThat(Calls.json(answer).path("status").asText()).isEqualTo("OK");
    assertThat(Calls.json(answer).path("job").asText()).isEqualTo(address);
    assertThat(answer.headers().firstValue("Location")).hasValue(address);
    Path file = uploads().resolve(given + ".csv");
    assertThat(files()).containsExactly(file.getFileName().toString());
    assertThat(file).hasContent(ROWS.strip());

    JsonNode job = Calls.json(calls.get(address));
    assertThat(job.path("state").asText()).isEqualTo("queued");
    assertThat(job.path("file").asText()).isEqualTo("passwd");
    assertThat(job.path("size").asLong()).isEqualTo(ROWS.length());
    assertThat(job.path("sha256").asText()).isEqualTo(Sha256.hex(ROWS.getBytes()));
    assertThat(URI.create(job.path("data").asText())).isEqualTo(file.toUri());
    assertThat(Calls.json(calls.get(ADDRESS)).at("/trainings/0/id").asText()).isEqualTo(given);
    assertThat(calls.page(address).body()).contains("passwd", "/parts/training/" + given);
    assertThat(calls.page(ADDRESS).body())
        .contains("action=\"" + ADDRESS + "\"", "/trainings/" + given, "<b>sentiment</b>")
        .doesNotContain("<b>flight-delay</b>");
    assertThat(calls.get("/models/flight-delay/trainings/" + given).statusCode()).isEqualTo(404);
    assertThat(jobs.find(given).orElseThrow().request().options())
        .containsEntry("sample", "0.5")
        .containsEntry("with-previous", "true");
  }

  @Test
  void aFormIsTakenTooWhateverStandsAroundTheFile() {
    String form =
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"Verkäufe 😀.csv\"\r\n"
            + "Content-Type: text/csv\r\n\r\n"
            + ROWS
            + "\r\n--x\r\nContent-Disposition: form-data; name=\"sample\"\r\n\r\n0.1\r\n--x--\r\n";

    assertThat(sendForm(form).statusCode()).isEqualTo(202);
    assertThat(uploads().resolve(id + ".csv")).hasContent(ROWS.strip());
    TrainingJob job = jobs.find(id).orElseThrow();
    assertThat(job.request().file()).isEqualTo("Verkäufe 😀.csv");
    assertThat(job.request().options()).containsEntry("sample", "0.1");
  }

  private HttpResponse<String> sendForm(String form) {
    return calls.send(
        calls
            .request(ADDRESS + "?id=" + id)
            .header("Content-Type", "multipart/form-data; boundary=x")
            .POST(BodyPublishers.ofString(form)));
  }

  @Test
  void theSameIdTwiceIsOneTraining() {
    HttpResponse<String> first = send("?id=" + id, ROWS);
    TrainingJob job = jobs.find(id).orElseThrow();

    HttpResponse<String> again =
        calls.send(request("").header("Idempotency-Key", id).POST(BodyPublishers.ofString(ROWS)));
    HttpResponse<String> another = send("?id=" + id, ROWS + ROWS);

    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(jobs.find(id)).contains(job);
    assertThat(another.statusCode()).isEqualTo(409);
    assertThat(uploads().resolve(id + ".csv")).hasContent(ROWS.strip());
    assertThat(files()).hasSize(1);
  }

  @Test
  void whatCannotBeUsedIsRefusedAndLeavesNothing() {
    assertThat(send("", "")).returns(400, HttpResponse::statusCode);
    assertThat(send("", "").body()).contains("The file is empty.");
    assertThat(send("?id=x", ROWS).body()).contains("must be a UUID");
    assertThat(send("?sample=2", ROWS).statusCode()).isEqualTo(400);
    assertThat(send("?with-previous=perhaps", ROWS).statusCode()).isEqualTo(400);
    assertThat(
            calls
                .send(
                    calls
                        .request("/models/none/trainings")
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofString(ROWS)))
                .body())
        .contains("There is no model of that name", "sentiment");
    assertThat(
            calls
                .send(
                    calls
                        .request(ADDRESS)
                        .header("Content-Type", "application/zip")
                        .POST(BodyPublishers.ofString(ROWS)))
                .statusCode())
        .isEqualTo(415);
    assertThat(files()).isEmpty();
  }

  @Test
  void aFileThatIsTooLargeIsRefusedWhereverThatIsSeen() {
    byte[] large = new byte[1024 * 1024 + 1];
    String told =
        Raw.send(
            web,
            "POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: text/csv\r\nContent-Length: 9999999\r\n\r\n"
                .formatted(ADDRESS));
    HttpResponse<String> untold =
        calls.send(
            request("").POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));

    assertThat(told).contains(" 413 ", "The file is larger than 1.0 MB. Put it where");
    assertThat(untold.statusCode()).isEqualTo(413);
    assertThat(files()).isEmpty();
  }

  @Test
  void ofAnUploadThatBreaksOffNothingIsLeft() throws IOException {
    try (Socket socket = half(web.port(), id)) {
      await().until(() -> files().size() == 1);
    }
    await().until(() -> files().isEmpty());
    assertThat(jobs.find(id)).isEmpty();

    String form =
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n" + ROWS;
    assertThat(sendForm(form).statusCode()).isEqualTo(400);
    assertThat(files()).isEmpty();
    assertThat(jobs.find(id)).isEmpty();
  }

  @Test
  void withoutABrokerTheFileIsTakenBack() {
    stop();
    start(Map.of("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1"));
    HttpResponse<String> refused = send("?id=" + id, ROWS);

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.body()).contains("The request was not accepted");
    assertThat(files()).isEmpty();
    assertThat(jobs.find(id)).isEmpty();

    stop();
    start(Map.of());
    assertThat(send("?id=" + id, ROWS).statusCode()).isEqualTo(202);
    assertThat(files()).hasSize(1);
  }

  @Test
  void withoutAStoreATrainingIsAskedForAllTheSame() {
    stop();
    start(Map.of("MONGODB_URI", "mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=300"));

    assertThat(send("?id=" + id, ROWS).statusCode()).isEqualTo(202);
    assertThat(files()).hasSize(1);
  }

  @Test
  void aFullDiskIsTold() throws Exception {
    Path disk = Files.createDirectories(uploads());
    assumeThat(run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()))
        .as("a small file system can be mounted here")
        .isZero();
    try {
      HttpResponse<String> full = send("?id=" + id, ROWS.repeat(10_000));

      assertThat(full.statusCode()).isEqualTo(503);
      assertThat(full.body())
          .contains("The file was not kept: the folder " + disk + " cannot be written: ")
          .contains("No space left on device");
      assertThat(files()).isEmpty();
    } finally {
      run("umount", disk.toString());
    }
  }

  @Test
  void whereNothingCanBeWrittenFromHereIsToldWithAnotherWay() {
    stop();
    start(Map.of("FLIGHTS_UPLOADS", "hdfs://namenode:8020/uploads"));

    assertThat(send("", ROWS).body())
        .contains("Files cannot be sent to hdfs://namenode:8020/uploads from here.")
        .contains("name its address instead");
    assertThat(calls.page("/models").body())
        .contains("uploads are kept at hdfs://namenode:8020/uploads")
        .doesNotContain("id=\"file\"");
  }

  /** With a real process, killed when half of the file is there. */
  @Test
  void ofAProcessThatIsKilledNothingIsLearntFromAndNothingStays() throws Exception {
    int port = Ports.free();
    Process process = process(port);
    Path log = folder.resolve("log");
    await().until(() -> Files.readString(log).contains("the web pages are at"));
    try (Socket victim = half(port, id);
        Socket other = half(web.port(), UUID.randomUUID().toString())) {
      await().until(() -> files().size() == 2);
      process.destroyForcibly().waitFor();

      assertThat(files()).hasSize(2).allMatch(name -> name.endsWith(".part"));
      try (Web next = restarted(Map.of())) {
        await().until(() -> files().size() == 1);
        other.getOutputStream().write(ROWS.getBytes(StandardCharsets.UTF_8));
        assertThat(answer(other)).contains(" 202 ");
        assertThat(files()).singleElement().asString().matches("[0-9a-f-]{36}\\.csv");
      }
    }
    assertThat(jobs.find(id)).isEmpty();
  }

  private Web restarted(Map<String, String> more) {
    Map<String, String> settings = variables();
    settings.put("FLIGHTS_UPLOADS", uploads().toString());
    settings.putAll(more);
    return Web.start(Settings.of(settings), 0);
  }

  private Process process(int port) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dflights.root=..",
            "-cp",
            System.getProperty("java.class.path"),
            WebMain.class.getName());
    builder.environment().putAll(variables());
    builder.environment().put("FLIGHTS_WEB_PORT", String.valueOf(port));
    builder.environment().put("FLIGHTS_HOME", folder.resolve("home").toString());
    builder.environment().put("FLIGHTS_UPLOADS", uploads().toString());
    return builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
  }

  /** A connection on which a file begins that is twice as long. */
  private static Socket half(int port, String id) throws IOException {
    Socket socket = new Socket("127.0.0.1", port);
    String head =
        "POST %s?id=%s HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
            .formatted(ADDRESS, id, 2 * ROWS.length());
    socket.getOutputStream().write((head + ROWS).getBytes(StandardCharsets.UTF_8));
    return socket;
  }

  private static String answer(Socket socket) throws IOException {
    socket.setSoTimeout(60_000);
    try (InputStream in = socket.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private HttpResponse<String> send(String query, String rows) {
    return calls.send(request(query).POST(BodyPublishers.ofString(rows)));
  }

  private HttpRequest.Builder request(String query) {
    return calls.request(ADDRESS + query).header("Content-Type", "text/csv");
  }

  private Path uploads() {
    return folder.resolve("uploads").toAbsolutePath();
  }

  private List<String> files() {
    if (!Files.exists(uploads())) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(uploads())) {
      return all.map(it -> it.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int run(String... command) throws Exception {
    return new ProcessBuilder(command).start().waitFor();
  }
}
