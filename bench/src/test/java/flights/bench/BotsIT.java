package flights.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import flights.bench.system.FreePorts;
import flights.core.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who is a bot, from nothing: a database, Kafka Connect, visitors, a training, and the statements
 * that count and judge, by the commands that a user types and on a home of its own.
 */
class BotsIT {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Path STREAM = Path.of("..", "resources", "streams", "bots");
  private static final Instant BEGIN = Instant.parse("2026-03-02T10:00:00Z");

  /** Shorter than the watermark, so that no event of a part is late, whatever comes first. */
  private static final int MINUTES = 8;

  /** Signs up by hand; the generator counts its users from 1. */
  private static final int ADA = 900_001;

  @TempDir Path folder;

  private final List<Process> processes = new ArrayList<>();
  private Installation flights;
  private BotsData data;

  @BeforeEach
  void startServers() throws Exception {
    flights = new Installation(folder);
    assumeDatabase();
    List<Integer> ports = FreePorts.of(2);
    flights.environment().put("FLIGHTS_DATABASE", "127.0.0.1:" + ports.get(0));
    flights.environment().put("FLIGHTS_CONNECT_PORT", ports.get(1).toString());
    begin("store");
    begin("broker");
    awaitSaid("store", "store: embedded");
    awaitSaid("broker", "broker: embedded");
    data = new BotsData(Settings.of(flights.environment()));
  }

  private void assumeDatabase() throws Exception {
    String look = "PATH=$PATH:/usr/sbin command -v mariadbd";
    Assumptions.assumeTrue(
        flights.shell(folder, Map.of(), look).code() == 0,
        "there is no mariadbd: apt-get install mariadb-server");
  }

  @AfterEach
  void stop() throws Exception {
    if (data != null) {
      data.close();
    }
    for (int i = processes.size() - 1; i >= 0; i--) {
      processes.get(i).destroy();
      processes.get(i).waitFor();
    }
  }

  @Test
  void eachWindowIsCountedAndJudgedOnceAlsoAfterAKill() throws Exception {
    begin("connect");
    awaitSaid("connect", "ready: Kafka Connect");
    // It starts what does not run yet: the database.
    Process shop = begin(visits(0));
    awaitSaid("demo", "all visits are over");
    flights.postConnector(STREAM.resolve("mysql-source.json"));
    // Before there is a topic of results.
    flights.postConnector(STREAM.resolve("mongo-sink.json"));
    data.awaitUsers(40);
    Process sql = begin("sql", STREAM.resolve("bots.sql").toString());
    awaitSaid("sql", "waiting: ");
    String version = train();
    data.awaitCounts();

    anInsertAndAnUpdateOfAUserAreSeen();

    long results = data.resultMessages();
    succeed(visits(1));
    await().atMost(PATIENCE).until(() -> data.resultMessages() > results);
    sql.destroyForcibly().waitFor();
    succeed(visits(2));
    begin("sql", STREAM.resolve("bots.sql").toString());
    data.awaitCounts();

    assertThat(data.storedCounts()).isEqualTo(data.recount()).hasSizeGreaterThan(100);
    assertThat(data.toldCounts()).isEqualTo(data.recount());
    assertJudged(version);
    shop.destroy();
    shop.waitFor();
    assertThat(Files.readString(log("demo"))).contains("database has ended with exit code");
  }

  private void anInsertAndAnUpdateOfAUserAreSeen() throws Exception {
    Instant at = BEGIN.plus(Duration.ofMinutes(MINUTES - 1));
    change(
        "INSERT INTO users (id, name, country, platform, ip_address, nb_orders)"
            + " VALUES (%d, 'Ada Lovelace', 'GB', 'desktop', '192.0.2.1', 7)");
    data.awaitUser(ADA, user -> user.path("nb_orders").asInt() == 7);
    data.send(ADA, "product_page", at);
    assertThat(data.awaitResult(ADA, at, result -> result.getString("name") != null))
        .contains(
            Map.entry("name", "Ada Lovelace"),
            Map.entry("country", "GB"),
            Map.entry("nb_orders", 7L))
        .containsEntry("product_views", 1L);

    change("UPDATE users SET country = 'FR', nb_orders = 8 WHERE id = %d");
    data.awaitUser(ADA, user -> user.path("nb_orders").asInt() == 8);
    data.send(ADA, "product_gallery", at.plusSeconds(1));
    assertThat(data.awaitResult(ADA, at, result -> result.getLong("gallery_views") == 1))
        .contains(Map.entry("country", "FR"), Map.entry("nb_orders", 8L))
        .containsEntry("product_views", 1L);
  }

  private void change(String statement) throws Exception {
    String[] database = flights.environment().get("FLIGHTS_DATABASE").split(":");
    Installation.Said said =
        flights.shell(
            folder,
            Map.of(),
            "mariadb --no-defaults -h %s -P %s -uflights -pflights demo -e \"%s\""
                .formatted(database[0], database[1], statement.formatted(ADA)));
    assertThat(said.code()).as(said.text()).isZero();
  }

  /** A row is of a known user, and then with a verdict, or of one who was not known yet. */
  private void assertJudged(String version) {
    List<Document> results = data.stored();
    List<Document> joined = results.stream().filter(it -> it.getString("name") != null).toList();
    assertThat(joined).hasSizeGreaterThan(results.size() / 2);
    assertThat(joined)
        .allSatisfy(
            result -> {
              assertThat(result.getString("verdict")).isIn("bot", "human");
              assertThat(result.getString("version")).isEqualTo(version);
            });
    assertThat(joined).extracting(it -> it.getString("verdict")).contains("bot", "human");
  }

  private String train() throws Exception {
    String sample = folder.resolve("visitors.csv").toString();
    succeed("demo", "bots", "sample", "--rows", "3000", "--to", sample);
    String said = succeed("train", "bot-detector", "--data", sample);
    String line =
        said.lines()
            .filter(it -> it.endsWith("is the champion: the first version"))
            .findFirst()
            .get();
    return line.split(" ")[1];
  }

  /** Eight minutes of visits, played at once. */
  private static String[] visits(int part) {
    String from = BEGIN.plus(Duration.ofMinutes(part * MINUTES)).toString();
    return "demo bots --users 40 --from %s --minutes %d --seed %d"
        .formatted(from, MINUTES, part)
        .split(" ");
  }

  private String succeed(String... command) throws Exception {
    Installation.Said said = flights.run(Map.of(), command);
    assertThat(said.code()).as(said.text()).isZero();
    return said.text();
  }

  private Process begin(String... command) throws IOException {
    Process process = flights.start(log(command[0]), Map.of(), command);
    processes.add(process);
    return process;
  }

  private Path log(String command) {
    return folder.resolve(command + ".log");
  }

  private void awaitSaid(String command, String words) {
    await().atMost(PATIENCE).until(() -> Files.readString(log(command)).contains(words));
  }
}
