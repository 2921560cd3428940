package flights.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import flights.core.settings.Settings;
import flights.core.tracker.Tracker;
import flights.sql.query.QueryService;
import flights.sql.query.QueryStates;
import flights.sql.statement.SqlFault;
import flights.testing.MlflowServer;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.execution.streaming.state.RocksDBConf;
import org.apache.spark.sql.execution.streaming.state.StateStoreConf;
import org.apache.spark.sql.streaming.StateOperatorProgress;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryProgress;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamsIT {

  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
  private static final int EVENTS = 600;
  private static final int USERS = 40;
  private static final long BATCH = 20;

  private static final String WINDOWS =
      """
      CREATE STREAM events (user_id STRING, event STRING, ts TIMESTAMP)
        WITH (topic = 'events', timestamp = 'ts', watermark = '10 minutes');
      CREATE TABLE clicks WITH (topic = 'clicks', collection = 'clicks', key = 'user_id, start') AS
        SELECT user_id, window.start AS start, count(*) AS events
        FROM events GROUP BY user_id, window(ts, '10 minutes', '2 minutes');
      """;

  private static final String JOIN =
      """
      CREATE STREAM visits (id STRING, user_id INT, clicks INT) WITH (format = 'json');
      CREATE TABLE users (id INT, country STRING, PRIMARY KEY (id))
        WITH (topic = 'mysql.demo.users', format = 'debezium');
      CREATE STREAM found WITH (collection = 'found', key = 'id') AS
        SELECT id, country, said.bot, said.ModelVersion AS version
        FROM (SELECT v.id, u.country,
                predict_struct('Bot Detector', u.country, v.clicks, 0.5d) AS said
              FROM visits v JOIN users u ON v.user_id = u.id);
      """;

  @TempDir Path home;
  private SqlTestSystem system;
  private Process process;

  @BeforeEach
  void open() {
    system = new SqlTestSystem(home);
  }

  @AfterEach
  void close() {
    if (process != null) {
      process.destroyForcibly();
    }
    system.close();
  }

  @Test
  void noWindowIsLostOrDoubledWhenTheProcessIsKilled() throws Exception {
    Path file = Files.writeString(home.resolve("windows.sql"), WINDOWS);
    Map<Document, Long> expected = new HashMap<>();
    Random random = new Random(7);
    start(file);
    send(0, EVENTS / 2, random, expected);
    await().atMost(Duration.ofMinutes(5)).until(() -> !system.documents("clicks").isEmpty());
    send(EVENTS / 2, EVENTS, random, expected);
    process.destroyForcibly().waitFor();
    start(file);

    await()
        .atMost(Duration.ofMinutes(5))
        .untilAsserted(
            () ->
                assertThat(counts())
                    .as(() -> "counts; the process said: " + said())
                    .containsExactlyInAnyOrderEntriesOf(expected));
    assertThat(latestOnTopic()).containsExactlyInAnyOrderEntriesOf(onTopic(expected));
  }

  @Test
  void aJoinSeesEachChangeOfATableThatWasThereBeforeTheRow() throws Exception {
    system.promote("v1", 100);
    Script script = new Script(system.settings, SqlTestSystem.spark(), System.out);
    script.read("join.sql", JOIN);
    script.makeTopics();
    QueryService service = new QueryService(system.settings, script.plans());
    Thread running = new Thread(() -> run(service));
    running.start();
    try {
      user("c", 1, "ES");
      visit("a", 1, 150);
      assertThat(system.awaitDocument("found", "a"))
          .containsEntry("country", "ES")
          .containsEntry("bot", true)
          .containsEntry("version", "v1");
      user("u", 1, "FR");
      visit("b", 1, 5);
      assertThat(system.awaitDocument("found", "b"))
          .containsEntry("country", "FR")
          .containsEntry("bot", false);
      user("d", 1, null);
      visit("gone", 1, 5);
      user("c", 2, "DE");
      promoteVersion2();
      assertThat(system.documents("found"))
          .extracting(found -> found.getString("_id"))
          .doesNotContain("gone");
      assertThat(new QueryStates(system.store).all())
          .singleElement()
          .satisfies(state -> assertThat(state.state()).isEqualTo("runs"));
    } finally {
      service.stop();
      running.join();
    }
    theChangedQueryIsRefused();
  }

  /** In MLflow, where there is one. */
  private void promoteVersion2() throws Exception {
    if (!MlflowServer.isInstalled()) {
      system.promote("v2", 20);
      awaitVersion2();
      return;
    }
    system.register("v2", 20);
    try (MlflowServer mlflow = new MlflowServer(Files.createDirectories(home.resolve("mlflow")));
        Tracker tracker = tracker(mlflow)) {
      mlflow.start();
      tracker.start();
      await().atMost(Duration.ofMinutes(1)).until(() -> champion(mlflow).equals("1"));
      mlflow.post(
          "mlflow/registered-models/alias",
          Map.of("name", SqlTestSystem.MODEL, "alias", "champion", "version", "2"));
      awaitVersion2();
      assertThat(champion(mlflow)).isEqualTo("2");
    }
  }

  private Tracker tracker(MlflowServer mlflow) {
    Settings settings = Settings.of(Map.of("MLFLOW_TRACKING_URI", mlflow.address()));
    return Tracker.of(settings, system.store).orElseThrow();
  }

  private static String champion(MlflowServer mlflow) throws Exception {
    String question = "?name=" + SqlTestSystem.MODEL + "&alias=champion";
    return mlflow
        .get("mlflow/registered-models/alias" + question)
        .path("model_version")
        .path("version")
        .asText();
  }

  /** Nothing is started again, and no row is lost while the champion moves. */
  private void awaitVersion2() {
    List<String> sent = new ArrayList<>();
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> {
              String id = "v" + sent.size();
              sent.add(id);
              visit(id, 2, 50);
              return system.awaitDocument("found", id).getString("version").equals("v2");
            });
    assertThat(sent)
        .allSatisfy(id -> assertThat(system.awaitDocument("found", id)).containsKey("bot"));
    assertThat(system.awaitDocument("found", sent.get(sent.size() - 1))).containsEntry("bot", true);
  }

  @Test
  void whatTheWatermarkHasPassedIsNotKept() throws Exception {
    RocksDBConf bound =
        RocksDBConf.apply(
            new StateStoreConf(
                ((org.apache.spark.sql.classic.SparkSession) SqlTestSystem.spark())
                    .sessionState()
                    .conf(),
                scala.collection.immutable.Map$.MODULE$.empty()));
    assertThat(bound.boundedMemoryUsage()).isTrue();
    assertThat(bound.totalMemoryUsageMB()).isEqualTo(128);
    Script script = new Script(system.settings, SqlTestSystem.spark(), System.out);
    script.read(
        "hours.sql",
        WINDOWS
            .replace(", '2 minutes'", "")
            .replace(
                "watermark = '10 minutes'", "watermark = '10 minutes', batch = '" + BATCH + "'"));
    script.makeTopics();
    QueryService service = new QueryService(system.settings, script.plans());
    Thread running = new Thread(() -> run(service));
    running.start();
    try {
      for (int hour = 1; hour <= 4; hour++) {
        for (int user = 0; user < USERS; user++) {
          String at = NOON.plus(Duration.ofHours(hour)).toString();
          system.send("events", null, Map.of("user_id", "u" + user, "event", "x", "ts", at));
        }
        awaitState(hour * USERS);
      }
    } finally {
      service.stop();
      running.join();
    }
  }

  /** All have been counted, and the state holds those of the last hour. */
  private void awaitState(int counted) {
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(
            () -> {
              assertThat(system.documents("clicks")).hasSize(counted);
              assertThat(new QueryStates(system.store).all())
                  .singleElement()
                  .satisfies(
                      state -> {
                        assertThat(state.stateRows()).isEqualTo(USERS);
                        assertThat(state.rows()).isEqualTo(counted);
                      });
            });
    StreamingQuery query = SqlTestSystem.spark().streams().active()[0];
    assertThat(query.recentProgress())
        .extracting(StreamingQueryProgress::numInputRows)
        .allMatch(rows -> rows <= BATCH)
        .contains(BATCH);
    StateOperatorProgress state = query.lastProgress().stateOperators()[0];
    assertThat(state.memoryUsedBytes()).isBetween(1L, 128L << 20);
    assertThat(state.customMetrics()).containsKey("rocksdbPinnedBlocksMemoryUsage");
  }

  private void theChangedQueryIsRefused() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Script same =
        new Script(
            system.settings,
            SqlTestSystem.spark(),
            new PrintStream(out, true, StandardCharsets.UTF_8));
    same.read("join.sql", JOIN.replace("SELECT id, country,", "select id,  country, -- !\n"));
    Script other = new Script(system.settings, SqlTestSystem.spark(), System.out);
    String changed = JOIN.replace("user_id INT,", "user_id BIGINT,");
    assertThatThrownBy(() -> other.read("join.sql", changed))
        .isInstanceOf(SqlFault.class)
        .hasMessageStartingWith("join.sql:4:1: found is not the query any more")
        .hasMessageContaining("DROP QUERY found");

    same.read("look", "SELECT id, clicks FROM visits WHERE id = 'a' EMIT CHANGES LIMIT 1");
    same.read("look", "PRINT visits FROM BEGINNING LIMIT 1; DESCRIBE users; SHOW QUERIES");
    same.read("look", "SELECT country FROM users");
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains(
            "id | clicks", "a | 150", "table users: the topic mysql.demo.users", "id INT (key)")
        .contains("found runs", "\"user_id\":", "DE");
    same.read("drop", "DROP QUERY found");
    other.read("join.sql", "DROP STREAM visits; DROP TABLE users;" + changed);
  }

  static void run(QueryService service) {
    try {
      service.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void user(String op, int id, String country) throws Exception {
    Map<String, Object> row = new HashMap<>(Map.of("id", id));
    row.put("country", country == null ? "FR" : country);
    Map<String, Object> change = new HashMap<>(Map.of("op", op));
    change.put(op.equals("d") ? "before" : "after", row);
    system.send("mysql.demo.users", "{\"payload\":{\"id\":" + id + "}}", Map.of("payload", change));
  }

  private void visit(String id, int user, int clicks) throws Exception {
    system.send("visits", id, Map.of("id", id, "user_id", user, "clicks", clicks));
  }

  /** A message that cannot be read among them. */
  private void send(int from, int to, Random random, Map<Document, Long> expected)
      throws Exception {
    system.send("events", "x", List.of("no", "row"));
    for (int i = from; i < to; i++) {
      String user = "u" + random.nextInt(5);
      Instant at = NOON.plusSeconds(i * 3L + random.nextInt(60));
      system.send(
          "events", user, Map.of("user_id", user, "event", "main_page", "ts", at.toString()));
      Instant last = at.minusSeconds(at.getEpochSecond() % 120);
      for (int window = 0; window < 5; window++) {
        Instant start = last.minusSeconds(120L * window);
        expected.merge(id(user, start), 1L, Long::sum);
      }
    }
  }

  private static Document id(String user, Instant start) {
    return new Document("user_id", user).append("start", java.util.Date.from(start));
  }

  private Map<Document, Long> counts() {
    Map<Document, Long> counts = new HashMap<>();
    system
        .documents("clicks")
        .forEach(found -> counts.put(found.get("_id", Document.class), found.getLong("events")));
    return counts;
  }

  private static Map<String, Long> onTopic(Map<Document, Long> counts) {
    Map<String, Long> named = new TreeMap<>();
    counts.forEach(
        (id, count) -> named.put(id.get("user_id") + " " + id.getDate("start").toInstant(), count));
    return named;
  }

  /** As a table of the topic tells it. */
  private Map<String, Long> latestOnTopic() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Script script =
        new Script(
            system.settings,
            SqlTestSystem.spark(),
            new PrintStream(out, true, StandardCharsets.UTF_8));
    script.read(
        "look",
        "CREATE TABLE counted (user_id STRING, start TIMESTAMP, events BIGINT,"
            + " PRIMARY KEY (user_id, start)) WITH (topic = 'clicks');"
            + " SELECT user_id, start, events FROM counted");
    Map<String, Long> latest = new TreeMap<>();
    out.toString(StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .map(line -> line.split(" \\| "))
        .forEach(row -> latest.put(row[0] + " " + row[1], Long.valueOf(row[2])));
    return latest;
  }

  private String said() {
    try {
      return Files.readString(home.resolve("sql.log"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private void start(Path file) throws IOException {
    Path options = Path.of("..", "jvm.options").toAbsolutePath().normalize();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "@" + options,
            "-Xmx700m",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            SqlMain.class.getName(),
            file.toString());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(new File(home.toFile(), "sql.log")));
    builder.environment().putAll(system.environment);
    builder.environment().put("FLIGHTS_PARENT", String.valueOf(ProcessHandle.current().pid()));
    process = builder.start();
  }
}
