package flights.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import flights.bench.system.FreePorts;
import flights.core.check.Check;
import flights.core.contract.RequestId;
import flights.core.kafka.Kafka;
import flights.core.settings.Settings;
import flights.core.store.Documents;
import flights.core.store.Store;
import flights.flight.FlightCollections;
import flights.flight.FlightRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Trainer and predictor on a Spark master with two workers, all of them processes, with a broker
 * and a store that let in only who has what it takes.
 */
class SparkClusterIT {

  private static final String FLIGHTS =
      Path.of("..", "airflow", "tests", "data", "*.parquet")
          .toAbsolutePath()
          .normalize()
          .toString();
  private static final Path TRAINER = Path.of("..", "trainer", "target").toAbsolutePath();
  private static final Pattern SCORED =
      Pattern.compile("flights_executor_predictions_total\\{executor=\"(\\d+)\".*} ([1-9]\\S*)");

  @TempDir static Path folder;
  private static final List<Process> running = new ArrayList<>();
  private static final List<Path> logs = new ArrayList<>();
  private static Installation flights;
  private static SecuredServers servers;

  /** What is asked from the start of the test on has a later one: ids are in the order of time. */
  private static String firstId;

  @BeforeAll
  static void start() throws Exception {
    Awaitility.setDefaultTimeout(Duration.ofMinutes(3));
    flights = new Installation(folder);
    String port = FreePorts.of(1).get(0).toString();
    String master = "spark://127.0.0.1:" + port;
    flights.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    // Executors run for a minute only.
    flights
        .environment()
        .put("FLIGHTS_SPARK_OPTIONS", "spark.executor.extraJavaOptions=-XX:TieredStopAtLevel=1");
    run("master", "spark", "master", "--host", "127.0.0.1", "--port", port);
    for (String worker : List.of("worker-1", "worker-2")) {
      run(worker, "spark", "worker", master, "--host", "127.0.0.1", "--cores", "3", "-m", "1g");
    }
    flights.environment().put("FLIGHTS_SPARK_MASTER", master);
    servers = new SecuredServers(folder);
    flights.environment().putAll(servers.environment());
    submitTraining(master);
    Path log = run("up", "up", "--data", FLIGHTS);
    await()
        .atMost(Duration.ofMinutes(12))
        .untilAsserted(() -> assertThat(Files.readString(log)).contains("ready: "));
    firstId = RequestId.next();
  }

  @AfterAll
  static void stop() throws InterruptedException {
    for (int i = running.size() - 1; i >= 0; i--) {
      running.get(i).destroy();
      running.get(i).waitFor();
    }
    servers.close();
  }

  @Test
  void allExecutorsScoreAndNothingIsLostWhenOneIsKilled() throws Exception {
    Installation.Said said = flights.run(Map.of(), bench(100, 5));
    assertThat(said.code()).as("%s", said.text()).isZero();
    await().until(() -> executors().size() == 2);

    Path log = folder.resolve("bench.log");
    Process bench = flights.start(log, Map.of(), bench(50, 20));
    long before = stored(FlightCollections.RESPONSES);
    await().until(() -> stored(FlightCollections.RESPONSES) > before + 100);
    killWithItsExecutor(running.get(2));

    assertThat(bench.waitFor()).as("%s", Files.readString(log)).isZero();
    // A prediction's id is the request's: each was stored once, and none was taken for a second.
    assertThat(stored(FlightCollections.RESPONSES)).isEqualTo(1500);
    assertThat(stored(FlightCollections.ERRORS)).isZero();
  }

  @Test
  void rowsOfACollectionArePredicted() throws Exception {
    FlightRequest flight = new SampleRequests(1).next();
    try (Store store = Store.open(settings(Map.of()))) {
      store.collection("asked").insertOne(Documents.of(flight).append("_id", flight.uuid()));
      String said =
          flights
              // All slots of the cluster are taken.
              .run(
                  Map.of("FLIGHTS_SPARK_MASTER", ""),
                  "predict --input collection:asked --output collection:told".split(" "))
              .text();

      assertThat(said).contains("1 row predicted, 0 rejected");
      assertThat(store.collection("told").find().first().getString("Route"))
          .isEqualTo(flight.route());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "KAFKA_SASL_PASSWORD, secret, refuses the user: KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD",
    "KAFKA_CA, OTHER, nobody we trust: KAFKA_CA",
    "KAFKA_CLIENT_CERTIFICATE, '', does not agree on encryption with us: KAFKA_SECURITY_PROTOCOL,"
        + " or KAFKA_CLIENT_CERTIFICATE",
    "KAFKA_SECURITY_PROTOCOL, PLAINTEXT, no Kafka answers",
    "KAFKA_SASL_MECHANISM, SCRAM-SHA-256, KAFKA_SASL_MECHANISM",
    "MONGODB_CA, OTHER, nobody we trust: MONGODB_CA",
    "MONGODB_CA, '', nobody we trust: MONGODB_CA",
  })
  void whoIsRefusedIsToldTheSetting(String setting, String value, String told) {
    Settings settings = settings(Map.of(setting, value.replace("OTHER", servers.otherCa())));
    try (Admin admin = new Kafka(settings).admin();
        Store store = Store.open(settings)) {
      Check broker = new Kafka(settings).check(admin);
      Check fails = broker.up() ? store.check() : broker;

      assertThat(fails.up()).isFalse();
      assertThat(fails.detail()).contains(told).doesNotContain("\n", "secret");
    }
  }

  @Test
  void noProcessHasToldASecret() throws Exception {
    for (Path log : logs) {
      assertThat(Files.readString(log)).doesNotContain("of the test", "PRIVATE KEY");
    }
  }

  private static Settings settings(Map<String, String> others) {
    Map<String, String> environment = new HashMap<>(flights.environment());
    others.keySet().forEach(name -> environment.remove(name + "_FILE"));
    environment.putAll(others);
    return Settings.of(environment);
  }

  private static String[] bench(int rate, int seconds) {
    return "bench serve --rate %d --duration %d --warmup 0".formatted(rate, seconds).split(" ");
  }

  /** By Spark's own way, which says where and how it runs. */
  private static void submitTraining(String master) throws Exception {
    String jar = TRAINER.resolve("flights-trainer-0.1.0.jar").toString();
    String[] words =
        "spark submit --master %s --conf spark.cores.max=2 --class flights.trainer.TrainerMain %s flight-delay --sample 0.05 --no-baselines --one-split --data"
            .formatted(master, jar)
            .split(" ");
    String[] all = Stream.concat(Stream.of(words), Stream.of(FLIGHTS)).toArray(String[]::new);
    Installation.Said said = flights.run(Map.of("FLIGHTS_SPARK_MASTER", ""), all);
    assertThat(said.code()).as("%s", said.text()).isZero();
    assertThat(Files.readString(folder.resolve("master.log")))
        .contains("Registered app flights.trainer.TrainerMain");
  }

  private static void killWithItsExecutor(Process worker) {
    List<ProcessHandle> executors = worker.descendants().toList();
    worker.destroyForcibly();
    executors.forEach(ProcessHandle::destroyForcibly);
  }

  private static List<String> executors() throws IOException, InterruptedException {
    return SCORED
        .matcher(flights.predictorMetrics())
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  private static long stored(String collection) {
    try (Store store = Store.open(settings(Map.of()))) {
      return store.collection(collection).countDocuments(Filters.gt("_id", firstId));
    }
  }

  private static Path run(String name, String... command) throws IOException {
    Path log = folder.resolve(name + ".log");
    logs.add(log);
    running.add(flights.start(log, Map.of(), command));
    return log;
  }
}
