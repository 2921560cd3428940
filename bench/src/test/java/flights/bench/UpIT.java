package flights.bench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import flights.bench.system.OwnSystem;
import flights.core.files.Folders;
import flights.core.json.Json;
import flights.testing.S3Server;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole on one machine, by the commands that a user types. */
class UpIT {

  private static final String BACK_UP =
      "tar -czf flights-backup.tar.gz -C \"${FLIGHTS_HOME:-var}\" store models kafka checkpoints";
  private static final String RESTORE =
      "tar -xzf flights-backup.tar.gz -C \"${FLIGHTS_HOME:-var}\"";
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String UPLOAD =
      "curl -X POST -H 'Content-Type: text/csv' -T resources/pipelines/sentiment/comments.csv"
          + " 'http://127.0.0.1:5001/models/sentiment/trainings?file=comments.csv'";
  private static final String API = "/flights/delays/predict/classify_realtime";
  private static final String FLIGHT =
      "Carrier=B6&FlightNum=165&FlightDate=2013-07-04&Origin=JFK&Dest=PDX&DepDelay=12";

  /** Commands of the documents that are not run by the test of the documents, and why. */
  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          entry("./flights up", "it is what runs"),
          entry("./flights test", "it is what tests"),
          entry("./flights test --long", "it is what tests"),
          entry("./flights test web ClassifyIT", "a part of that"),
          entry("mvn -pl core,flight test", "a part of that"),
          entry(
              "mvn -am -pl predictor verify -Dit.test=ServingIT"
                  + " -Dfailsafe.failIfNoSpecifiedTests=false",
              "a part of that"),
          entry(
              "~/.cache/flights/airflow-*/bin/python -m pytest airflow/tests containers/tests",
              "a part of that"),
          entry("mongosh mongodb://127.0.0.1:27017", "MongoshIT"),
          entry("resources/check_mongodb.sh mongodb://HOST:27017", "MongoshIT runs its questions"),
          entry("./flights train flight-delay", "first thing that up does"),
          entry("./flights train sentiment", "aFileThatIsSentIsTrainedOnAndMakesAVersion"),
          entry(UPLOAD, "aFileThatIsSentIsTrainedOnAndMakesAVersion"),
          entry("FLIGHTS_UPLOADS=s3a://flights/uploads ./flights up", "it is what runs"),
          entry("FLIGHTS_MODELS=flight-delay,sentiment ./flights up", "it is what runs"),
          entry("FLIGHTS_MODELS=flight-delay,sales ./flights up", "it is what runs"),
          entry("./flights train sales --data sales.csv", "it takes minutes; SalesPipelineIT"),
          entry(
              "./flights demo bots sample --to visitors.csv && ./flights train bot-detector --data"
                  + " visitors.csv",
              "BotsIT, with fewer rows"),
          entry(
              "FLIGHTS_STREAMS=bots ./flights up", "it goes on for ever; BotsIT runs its queries"),
          entry("./flights demo bots", "it goes on for ever; BotsIT"),
          entry("./flights predict", "it goes on for ever; SparkClusterIT"),
          entry("./flights airflow", "it goes on for ever; the tests in airflow/tests"),
          entry("resources/download_data.sh 2024 1 2 3", "network; DownloadDataIT"),
          entry("resources/download_data.sh 2026 10", "network; DownloadDataIT"),
          entry(
              "./flights train flight-delay --data var/downloads/bts --test-from 2024-03-01"
                  + " --baselines",
              "what was downloaded"),
          entry("./flights outcomes --data var/downloads/bts", "what was downloaded; OutcomesIT"),
          entry("./flights bench web --rate 200 --poll long", "it measures, for minutes"),
          entry("docker compose up --build", "docker; containers/tests"),
          entry("./flights spark master --host HOST", "SparkClusterIT"),
          entry("./flights spark worker spark://HOST:7077", "SparkClusterIT"),
          entry("FLIGHTS_SPARK_MASTER=spark://HOST:7077 ./flights up", "SparkClusterIT"),
          entry(
              "./flights spark submit --master spark://HOST:7077 --class"
                  + " flights.trainer.TrainerMain target/spark/jars/flights-trainer-0.1.0.jar"
                  + " flight-delay",
              "SparkClusterIT"),
          entry(
              "FLIGHTS_MODEL_STORE=s3a://flights/models ./flights up --data s3a://flights/2024",
              "airflow/tests run on such a system"),
          entry("FLIGHTS_MODEL_STORE=hdfs://namenode:8020/models ./flights up", "HDFS"),
          entry("./flights models rollback flight-delay", "there is one version; ModelsIT"),
          entry(BACK_UP, "whatWasPredictedIsThereAfterAStopAndAStart"),
          entry(RESTORE, "whatWasPredictedIsThereAfterAStopAndAStart"),
          entry(
              "mongodump --uri=\"$MONGODB_URI\" --db=agile_data_science --gzip"
                  + " --archive=flights.archive.gz",
              "a MongoDB"),
          entry(
              "mongorestore --uri=\"$MONGODB_URI\" --nsInclude='agile_data_science.*' --gzip"
                  + " --archive=flights.archive.gz",
              "a MongoDB"));

  /** The second one has no version until one is trained. */
  private static final Map<String, String> MODELS =
      Map.of("FLIGHTS_MODELS", "flight-delay,sentiment");

  /** The share of the flights that it trains on. All on demand: {@code -Dflights.test.sample=1}. */
  private static final String SAMPLE = System.getProperty("flights.test.sample", "0.1");

  @TempDir static Path folder;
  private static Installation flights;
  private static S3Server s3;
  private static Process up;
  private static Path log;

  @BeforeAll
  static void start() throws IOException {
    Awaitility.setDefaultTimeout(Duration.ofMinutes(3));
    // Most of it asks by a command, which costs a process.
    Awaitility.setDefaultPollInterval(Duration.ofMillis(500));
    flights = new Installation(folder);
    s3 = S3Server.start(folder);
    flights.environment().put("FLIGHTS_UPLOADS", "s3a://" + S3Server.BUCKET + "/uploads");
    flights.environment().put("FLIGHTS_SPARK_OPTIONS", s3.optionsText());
    startUp();
  }

  @AfterAll
  static void stop() throws InterruptedException {
    up.destroy();
    up.waitFor();
    s3.close();
  }

  @Test
  void aRequestIsAnswered() throws Exception {
    JsonNode answer = ask();

    assertThat(answer.path("prediction").path("Prediction").asInt(-1)).isBetween(0, 3);
    assertThat(answer.path("prediction").path("Route").asText()).isEqualTo("JFK-PDX");
  }

  /** By the real predictor, from the form to the answer, as people do it. */
  @Test
  void aFlightThatIsEnteredInTheFormIsAnsweredBeforeTheEyes() {
    Assumptions.assumeTrue(
        Chromium.installed().isPresent(), "there is no Chromium; FLIGHTS_TEST_CHROMIUM names one");
    try (Chromium chromium = Chromium.start()) {
      Page page = chromium.open(flights.address("/flights/delays/predict_kafka"));
      page.getByLabel("Airline").selectOption("B6");
      page.getByLabel("Flight number").fill("165");
      page.getByLabel("Date").fill("2013-07-04");
      page.getByLabel("Origin").fill("JFK");
      page.getByLabel("Destination").fill("PDX");
      page.getByLabel("Departure delay").fill("12");
      page.getByText("Predict the delay").click();

      Locator answer = page.locator("#answer .result");
      assertThat(answer).containsText("JetBlue Airways 165, JFK to PDX, 4 July 2013");
      assertThat(answer.locator("[data-slot=expected]")).hasText(Pattern.compile("[+−]?\\d+ min"));
      assertThat(answer.locator("[data-slot=reasons] li").first()).isVisible();
      assertThat(answer.locator("[data-slot=time]")).hasText(Pattern.compile("\\d+ ms"));
      answer.locator("[data-slot=id]").click();
      assertThat(page.locator("main")).containsText("JetBlue Airways 165, JFK to PDX");
    }
  }

  /** In short: that all is answered and told, not how fast. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "serve --rate 20 --duration 2 --warmup 1",
        "web --rate 20 --duration 2 --warmup 1 --poll long --asking",
        "throughput --requests 200 --clients 5 --duration 2",
        "cost --rates 10,20 --duration 2 --warmup 1",
        "soak --rate 20 --duration 6",
        "pages --visits 1"
      })
  void aBenchTellsItsFigures(String command) throws Exception {
    tellsItsFigures(command);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sse", "plain", "post"})
  @Tag("long")
  void aBenchOfTheOtherWaysToAskTellsItsFigures(String way) throws Exception {
    tellsItsFigures("web --rate 20 --duration 2 --warmup 1 --poll " + way);
  }

  private static void tellsItsFigures(String command) throws Exception {
    if (command.startsWith("pages")) {
      awaitFilledPages();
    }
    Installation.Said said = bench(command);

    // A short soak may see growth; nothing is ever lost.
    assertThat(said.code()).as(said.text()).isBetween(0, command.startsWith("soak") ? 1 : 0);
    assertThat(said.text()).containsPattern("p99 +[0-9.,]+ ms").doesNotContain("not answered");
    JsonNode result = Json.read(Files.readString(written(said, "json")), JsonNode.class);
    assertThat(result.path("figures").findValuesAsText("name")).contains("p50", "p99", "max");
    assertThat(result.path("machine").path("processors").asInt()).isPositive();
    assertThat(result.path("versions").path("Spark").asText()).startsWith("4.");
    assertThat(Files.readString(written(said, "page"))).contains("<main", "\"bench\":");
  }

  @Test
  void aBenchIsComparedWithAnEarlierOne() throws Exception {
    Installation.Said first = bench("web --rate 20 --duration 1 --warmup 1");
    Path before = written(first, "json");

    Installation.Said second = bench("web --rate 20 --duration 1 --warmup 1 --compare " + before);

    assertThat(second.text()).contains("beside bench web").containsPattern("p50 .* x [0-9.]+");
    assertThat(bench("web --compare " + before + "x.json").text())
        .contains("there is no result " + before + "x.json");
  }

  @Test
  void aBenchThatIsNotUnderstoodSaysWhy() throws Exception {
    assertThat(bench("fly").text().strip())
        .isEqualTo(
            "flights: there is no command ./flights bench fly; there are: serve,"
                + " web, throughput, start, cost, soak, click, pages, questions, sql, train,"
                + " weather, faults");
    assertThat(bench("web --rate fast").text().strip())
        .isEqualTo(
            "flights: Invalid value for option '--rate': fast is no whole number above 0; see ./flights"
                + " bench web --help")
        .doesNotContain("\n");
  }

  /** From the web server to an S3, from there to the trainer, and then to the predictor. */
  @Test
  void aFileThatIsSentIsTrainedOnAndMakesAVersion() throws Exception {
    Installation.Said sent =
        flights.shell(ROOT, Map.of(), UPLOAD.replace("http://127.0.0.1:5001", flights.address("")));
    String job =
        Json.read(sent.text().lines().reduce((a, b) -> b).get(), JsonNode.class)
            .path("job")
            .asText();
    JsonNode done =
        await()
            .pollInterval(Duration.ofSeconds(1))
            .until(
                () -> Json.read(flights.get(job).body(), JsonNode.class),
                it -> it.path("state").asText().matches("done|failed"));

    assertThat(done.path("message").asText()).startsWith("It answers now");
    assertThat(done.path("data").asText()).startsWith("s3a://" + S3Server.BUCKET + "/uploads/");
    assertThat(done.path("rows").asInt()).isGreaterThan(100);
    assertThat(flights.run(Map.of(), "uploads").text())
        .containsPattern("sentiment +[0-9.]+ kB +\\d+ min +done +comments.csv");
    assertThat(flights.run(Map.of(), "uploads", "--older-than", "0", "--remove").text())
        .contains("1 upload removed");
    assertThat(flights.run(Map.of(), "uploads").text()).contains("there are no such uploads");
    assertThat(flights.get("/parts/training").body()).contains("It answers now");
    await()
        .untilAsserted(
            () ->
                assertThat(sentimentOf("I love it")).contains("\"status\":\"OK\"", "ModelVersion"));
    assertThat(flights.run(MODELS, "status").text())
        .containsPattern("predictor +up +serves flight-delay ")
        .containsPattern("predictor +up +serves sentiment ");
  }

  /** By the predictor that has served flights all the while. */
  private static String sentimentOf(String text) throws Exception {
    String ask =
        "curl -fsS -H 'Content-Type: application/json' -d '{\"clean_text\":\"%s\"}' '%s'"
            .formatted(text, flights.address("/api/models/sentiment/predictions?wait=30s"));
    return flights.shell(folder, Map.of(), ask).text();
  }

  @Test
  void theNextProcessesFindTheClassesOfTheseOnes() throws Exception {
    Path target = Path.of("..", "target");
    await().atMost(Duration.ofMinutes(10)).until(() -> OwnSystem.hasArchives(target));
    Path loaded = folder.resolve("loaded");

    flights.run(Map.of("JDK_JAVA_OPTIONS", "-Xshare:on -Xlog:class+load:file=" + loaded), "status");

    assertThat(loaded)
        .content()
        .contains("flights.standalone.StandaloneMain source: shared objects file");
  }

  @Test
  void statusTellsThatAllIsUp() throws Exception {
    Installation.Said said = flights.run(Map.of(), "status");

    assertThat(said.text())
        .containsPattern("broker +up")
        .containsPattern("store +up")
        .containsPattern("predictor +up +serves flight-delay ")
        .containsPattern("web +up")
        .containsPattern("waiting +0");
    assertThat(said.code()).isZero();
  }

  @Test
  void theDashboardAndTheAlertsAskForMetricsThatAreThere() throws Exception {
    ask();
    String shown = flights.get("/metrics").body() + flights.predictorMetrics();
    Path containers = Path.of("..", "containers");
    for (String file : List.of("grafana/dashboards/flights.json", "alerts.yml")) {
      Pattern.compile("\\b(?:flights|jvm)_[a-z_]+\\b")
          .matcher(Files.readString(containers.resolve(file)))
          .results()
          .forEach(name -> assertThat(shown).as(file).containsPattern(name.group() + "[ {]"));
    }
  }

  @Test
  void thePagesAreFilledOnceAllIsReady() {
    awaitFilledPages();
  }

  private static void awaitFilledPages() {
    // In the background, with what the others leave of the processors.
    await()
        .atMost(Duration.ofMinutes(15))
        .pollInterval(Duration.ofSeconds(5))
        .until(
            () -> flights.run(Map.of(), "status").text(),
            text ->
                text.matches("(?s).*history +whole +327,346 flights, 2013-01-01 to 2013-12-31.*"));
  }

  @Test
  void aPredictorThatIsKilledIsToldAndStartedAgain() throws Exception {
    long pid = pidOf("predictor");
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();

    await()
        .pollInterval(Duration.ofMillis(100))
        .until(() -> Files.readString(log).contains("predictor was killed by signal 9"));
    Installation.Said said = flights.run(Map.of(), "status");
    assertThat(said.text()).containsPattern("predictor +DOWN .*was killed by signal 9");
    assertThat(said.code()).isEqualTo(1);
    await().until(() -> flights.run(Map.of(), "status").code() == 0);
    assertThat(pidOf("predictor")).isNotEqualTo(pid);
    ask();
  }

  @Test
  void aStoreThatIsKilledIsStartedAgainWithAllThatItHad() throws Exception {
    String id = ask().path("id").asText();
    long broker = pidOf("broker");

    ProcessHandle.of(pidOf("store")).orElseThrow().destroyForcibly();

    await()
        .until(
            () -> flights.run(Map.of(), "status", "--memory").text(),
            text -> text.matches("(?s).*restarts +1 +store: it was killed by signal 9.*"));
    await().until(() -> flights.run(Map.of(), "status").code() == 0);
    assertThat(pidOf("broker")).isEqualTo(broker);
    assertThat(flights.get(API + "/response/" + id).body()).contains("\"status\":\"OK\"");
    ask();
  }

  @Test
  void anUpAfterOneThatWasKilledWaitsForWhatThatHasLeft() throws Exception {
    String id = ask().path("id").asText();

    up.destroyForcibly().waitFor();
    startUp();

    assertThat(flights.get(API + "/response/" + id).body()).contains("\"status\":\"OK\"");
    assertThat(flights.run(Map.of(), "status").code()).isZero();
  }

  @Test
  void aSecondUpOnTheSameHomeIsRefused() throws Exception {
    Map<String, String> otherPorts = new Installation(folder.resolve("x")).environment();
    Installation.Said said =
        flights.run(Map.of("FLIGHTS_WEB_PORT", otherPorts.get("FLIGHTS_WEB_PORT")), "up");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.text().strip())
        .startsWith("flights: " + flights.environment().get("FLIGHTS_HOME"))
        .contains("is in use by process " + up.pid())
        .contains("FLIGHTS_HOME")
        .doesNotContain("\n");
  }

  @Test
  void aTakenPortIsNamedWithItsVariable() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Installation.Said said =
          new Installation(Files.createDirectories(folder.resolve("other")))
              .run(Map.of("FLIGHTS_KAFKA_PORT", String.valueOf(taken.getLocalPort())), "up");

      assertThat(said.code()).isEqualTo(2);
      assertThat(said.text().strip())
          .contains("port " + taken.getLocalPort() + " is taken")
          .contains("FLIGHTS_KAFKA_PORT")
          .doesNotContain("\n");
    }
  }

  @Test
  void aBadSettingStopsAtOnce() throws Exception {
    Installation.Said said = flights.run(Map.of("FLIGHTS_WEB_PORT", "abc"), "web");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.text().strip()).contains("FLIGHTS_WEB_PORT=abc is not").doesNotContain("\n");
  }

  @Test
  void aResetIsRefusedWhileItRuns() throws Exception {
    Installation.Said said = flights.run(Map.of(), "reset", "--yes");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.text()).contains("is in use by process");
  }

  /** A command that is new in a document has to be added here, or there with the reason. */
  @Test
  void theDocumentsTellCommandsThatRun() throws Exception {
    List<String> here =
        DocumentedCommands.all().stream().filter(c -> !ELSEWHERE.containsKey(c)).toList();
    String version = served();
    String id = ask().path("id").asText();
    Path where = documentsFolder();

    assertThat(here).hasSizeGreaterThan(6);
    for (String command : here) {
      Installation.Said said = flights.shell(where, Map.of(), typed(command, id, version));
      assertThat(said.code()).as("%s says %s", command, said.text()).isZero();
    }
    assertThat(DocumentedCommands.all()).containsAll(ELSEWHERE.keySet());
    assertThat(Files.readAllLines(where.resolve("answers.csv"))).hasSize(2);
  }

  private static String typed(String command, String id, String version) {
    return command
        .replace("127.0.0.1:5001", "127.0.0.1:" + flights.environment().get("FLIGHTS_WEB_PORT"))
        .replace("27017", flights.environment().get("FLIGHTS_STORE_PORT"))
        .replace("4f7f1f2e-...", id)
        .replace("VERSION", version)
        .replaceFirst("^curl", "curl -fsS");
  }

  /** As the program's own, with the files that the documents speak of. */
  private static Path documentsFolder() throws IOException {
    Path where = Files.createDirectories(folder.resolve("documents"));
    Files.writeString(
        where.resolve("flights"),
        "#!/bin/sh\nexec " + Path.of("..", "flights").toAbsolutePath().normalize() + " \"$@\"\n");
    assertThat(where.resolve("flights").toFile().setExecutable(true)).isTrue();
    Files.writeString(where.resolve(".env.example"), "");
    Files.writeString(
        where.resolve("flights.csv"),
        "UUID,Timestamp,Carrier,FlightNum,FlightDate,Origin,Dest,DepDelay,DayOfWeek,DayOfMonth,"
            + "DayOfYear,Route\na,2013-07-04T08:00:00Z,B6,165,2013-07-04,JFK,PDX,12,4,4,185,JFK-PDX\n");
    return where;
  }

  private static String served() throws Exception {
    return flights
        .run(Map.of(), "models", "flight-delay")
        .text()
        .lines()
        .filter(line -> line.startsWith("* "))
        .findFirst()
        .orElseThrow()
        .split(" ")[1];
  }

  @Test
  void anUnknownCommandIsAnsweredWithTheKnownOnes() throws Exception {
    Installation.Said said = flights.run(Map.of(), "fly");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.text()).contains("there is no command ./flights fly").contains("up, ");
  }

  @Test
  void whatWasPredictedIsThereAfterAStopAndAStart() throws Exception {
    String id = ask().path("id").asText();
    List<ProcessHandle> processes =
        List.of(
            ProcessHandle.of(up.pid()).orElseThrow(),
            ProcessHandle.of(pidOf("store")).orElseThrow(),
            ProcessHandle.of(pidOf("broker")).orElseThrow(),
            ProcessHandle.of(pidOf("predictor")).orElseThrow(),
            ProcessHandle.of(pidOf("web")).orElseThrow());

    new ProcessBuilder("kill", "-INT", String.valueOf(up.pid())).start().waitFor();

    assertThat(up.waitFor(10, TimeUnit.SECONDS)).as("ends within 10 s").isTrue();
    assertThat(processes).noneMatch(ProcessHandle::isAlive);
    for (String port : List.of("FLIGHTS_KAFKA_PORT", "FLIGHTS_STORE_PORT", "FLIGHTS_WEB_PORT")) {
      assertThat(isOpen(Integer.parseInt(flights.environment().get(port)))).as(port).isFalse();
    }
    loseTheDisk(flights.shell(folder, Map.of(), BACK_UP));
    assertThat(flights.shell(folder, Map.of(), RESTORE).code()).isZero();
    startUp();
    assertThat(flights.get(API + "/response/" + id).body()).contains("\"status\":\"OK\"");
  }

  /** As when a disk is lost, after a backup. */
  private static void loseTheDisk(Installation.Said backup) throws IOException {
    assertThat(backup.code()).as(backup.text()).isZero();
    Path home = Path.of(flights.environment().get("FLIGHTS_HOME"));
    Folders.delete(home);
    Files.createDirectories(home);
  }

  private static Installation.Said bench(String command) throws Exception {
    return flights.run(
        Map.of(),
        Stream.concat(Stream.of("bench"), Stream.of(command.split(" "))).toArray(String[]::new));
  }

  private static Path written(Installation.Said said, String kind) {
    return said.text()
        .lines()
        .filter(line -> line.startsWith(kind + " "))
        .map(line -> Path.of(line.substring(kind.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(said.text()));
  }

  private static void startUp() throws IOException {
    log = Files.createTempFile(folder, "up", ".log");
    up = flights.start(log, MODELS, "up", "--sample", SAMPLE);
    Installation.awaitReady(up, log);
  }

  private static JsonNode ask() throws IOException, InterruptedException {
    String id = Json.read(flights.post(API, FLIGHT).body(), JsonNode.class).path("id").asText();
    return await()
        .until(
            () ->
                Json.read(flights.get(API + "/response/" + id + "?wait=5s").body(), JsonNode.class),
            answer -> answer.path("status").asText().equals("OK"));
  }

  private static long pidOf(String name) throws IOException {
    Path processes = Path.of(flights.environment().get("FLIGHTS_HOME"), "run", "processes.json");
    JsonNode table = Json.read(Files.readString(processes), JsonNode.class);
    return StreamSupport.stream(table.spliterator(), false)
        .filter(process -> process.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow()
        .path("pid")
        .asLong();
  }

  private static boolean isOpen(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
