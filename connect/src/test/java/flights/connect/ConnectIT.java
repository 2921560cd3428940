package flights.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import flights.standalone.EmbeddedBroker;
import flights.standalone.EmbeddedStore;
import flights.testing.OtherAddresses;
import flights.workloads.database.MariaDbServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The connectors of the demo, from a real MariaDB to a real broker, and from there to a store. */
@TestMethodOrder(OrderAnnotation.class)
class ConnectIT {

  private static final Path STREAM = Path.of("../resources/streams/bots");
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir static Path folder;

  private static MariaDbServer mariaDb;
  private static EmbeddedBroker broker;
  private static EmbeddedStore embedded;
  private static Users users;
  private static Messages messages;
  private static Results results;
  private static ConnectProcess connect;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(MariaDbServer.isInstalled(), "there is no mariadbd: apt-get install mariadb-server");
    mariaDb =
        MariaDbServer.start(folder.resolve("mariadb"), 0, STREAM.resolve("database/users.sql"));
    broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
    embedded = EmbeddedStore.onDisk(folder.resolve("store"), 0);
    users = new Users(mariaDb.address());
    messages = new Messages(broker.servers());
    results = new Results(embedded.uri());
    messages.createCompacted(Results.TOPIC);
    connect =
        new ConnectProcess(
            folder,
            Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", broker.servers(),
                "MONGODB_URI", embedded.uri() + "/?serverSelectionTimeoutMS=1000",
                "FLIGHTS_DATABASE", mariaDb.address()));
    connect.start();
  }

  @AfterAll
  static void stop() throws Exception {
    for (AutoCloseable part :
        new AutoCloseable[] {connect, messages, results, users, embedded, broker, mariaDb}) {
      if (part != null) {
        part.close();
      }
    }
  }

  @Test
  @Order(1)
  void rowsThatAreThereComeFirst() throws Exception {
    users.change("INSERT INTO users (id, name, country) VALUES (1, 'Ada', 'GB'), (2, 'Max', 'DE')");

    connect.post(STREAM.resolve("mysql-source.json"));

    List<Change> changes = messages.awaitChanges(2);
    assertThat(changes).extracting(Change::operation).containsExactly("r", "r");
    assertThat(changes).extracting(Change::id).containsExactly(1, 2);
    assertThat(changes.get(0).after().path("name").asText()).isEqualTo("Ada");
  }

  @Test
  @Order(2)
  void thenEachChangeComesAndADeletionWithATombstone() throws Exception {
    users.change("INSERT INTO users (id, name, country) VALUES (3, 'Zoë', 'FR')");
    users.change("UPDATE users SET country = 'CH' WHERE id = 3");
    users.change("DELETE FROM users WHERE id = 3");

    List<Change> changes = messages.awaitChanges(4);

    assertThat(changes).extracting(Change::operation).containsExactly("c", "u", "d", "tombstone");
    assertThat(changes).extracting(Change::id).containsOnly(3);
    assertThat(changes.get(0).after().path("name").asText()).isEqualTo("Zoë");
    assertThat(changes.get(1).after().path("country").asText()).isEqualTo("CH");
  }

  @Test
  @Order(3)
  void aWorkerThatWasAwayGoesOnWhereItWas() throws Exception {
    connect.close();
    users.change("INSERT INTO users (id, name) VALUES (4, 'Eve')");
    users.change("UPDATE users SET name = 'Eva' WHERE id = 4");

    connect.start();

    List<Change> changes = messages.awaitChanges(2);
    assertThat(changes).extracting(Change::operation).containsExactly("c", "u");
    assertThat(changes).extracting(Change::id).containsOnly(4);
  }

  @Test
  @Order(4)
  void aConnectorThatIsStartedAgainGoesOnWhereItWas() throws Exception {
    connect.restart("mysql-source");
    users.change("UPDATE users SET name = 'Adele' WHERE id = 1");

    assertThat(messages.awaitChanges(1)).extracting(Change::operation).containsExactly("u");
  }

  @Test
  @Order(5)
  void aResultReachesTheStoreOnceAndALaterOneReplacesIt() throws Exception {
    connect.post(STREAM.resolve("mongo-sink.json"));
    messages.send(Results.key(17), "{\"user_id\":17,\"verdict\":\"human\",\"product_views\":3}");
    messages.send(Results.key(18), "{\"user_id\":18,\"verdict\":\"bot\"}");
    messages.send(Results.key(17), "{\"user_id\":17,\"verdict\":\"bot\",\"product_views\":90}");

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(results.verdicts()).isEqualTo(Map.of(17, "bot", 18, "bot")));
    Document stored = results.of(17);
    assertThat(stored.get("_id", Document.class).keySet())
        .containsExactlyInAnyOrder("user_id", "window_start");
    assertThat(((Number) stored.get("product_views")).intValue()).isEqualTo(90);
  }

  @Test
  @Order(6)
  void whatIsNoResultIsSetAsideAndWhatFollowsIsStored() throws Exception {
    messages.send(Results.key(19), "no JSON");
    messages.send(Results.key(20), "{\"user_id\":20,\"verdict\":\"human\"}");
    messages.send(Results.key(18), null);

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(results.verdicts()).isEqualTo(Map.of(17, "bot", 20, "human")));
    assertThat(messages.awaitDeadLetter()).isEqualTo("no JSON");
  }

  @Test
  @Order(7)
  void aConnectorOfAFileIsMadeAtTheStart() throws Exception {
    connect.close();
    connect.start(STREAM.resolve("mongo-sink.json"), STREAM.resolve("mysql-source.json"));

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(connect.running()).isEqualTo(2));
    users.change("UPDATE users SET name = 'Maximilian' WHERE id = 2");
    assertThat(messages.awaitChanges(1)).extracting(Change::operation).containsExactly("u");
  }

  @Test
  @Order(8)
  void aResultThatTheStoreMissedComesWhenItIsBack() throws Exception {
    embedded.close();
    messages.send(Results.key(21), "{\"user_id\":21,\"verdict\":\"bot\"}");
    await()
        .atMost(PATIENCE)
        .until(() -> connect.said().contains("connector mongo-sink has failed"));

    embedded = EmbeddedStore.onDisk(folder.resolve("store"), URI.create(embedded.uri()).getPort());

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(results.verdicts()).containsEntry(21, "bot"));
  }

  @Test
  @Order(9)
  void afterAResetAllBeginsAnew() throws Exception {
    messages.createCompacted("of-others");
    assertThat(connect.reset()).as(connect.said()).isEqualTo(2);
    connect.close();

    assertThat(connect.reset()).as(connect.said()).isZero();

    assertThat(messages.topics()).containsExactly("of-others");
    assertThat(results.verdicts()).isEmpty();
    messages.createCompacted(Results.TOPIC);
    connect.start(STREAM.resolve("mongo-sink.json"), STREAM.resolve("mysql-source.json"));
    messages.send(Results.key(17), "{\"user_id\":17,\"verdict\":\"human\"}");
    assertThat(messages.fromTheBeginning(3)).extracting(Change::operation).containsOnly("r");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(results.verdicts()).isEqualTo(Map.of(17, "human")));
  }

  @Test
  @Order(1)
  void itListensOnThisMachineAlone() throws Exception {
    assertThat(OtherAddresses.listening(connect.port())).isEmpty();
  }

  @Test
  void withoutABrokerItEndsWithTheWayOut() throws Exception {
    try (ConnectProcess other =
        new ConnectProcess(
            folder.resolve("nowhere"), Map.of("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1"))) {
      assertThat(other.end()).isEqualTo(1);
      assertThat(other.said().lines()).hasSize(1);
      assertThat(other.said())
          .contains("no Kafka answers at 127.0.0.1:1", "KAFKA_BOOTSTRAP_SERVERS");
    }
  }

  @Test
  void onAPortThatIsTakenItEndsWithTheWayOut() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ConnectProcess other =
            new ConnectProcess(
                folder.resolve("taken"),
                Map.of("FLIGHTS_CONNECT_PORT", String.valueOf(taken.getLocalPort())))) {
      assertThat(other.end()).isEqualTo(2);
      assertThat(other.said().lines()).hasSize(1);
      assertThat(other.said()).contains("FLIGHTS_CONNECT_PORT");
    }
  }

  @Test
  void aFileThatIsNoConnectorIsNamed() throws Exception {
    try (ConnectProcess other = new ConnectProcess(folder.resolve("file"), Map.of())) {
      assertThat(other.end(STREAM.resolve("database/users.sql"))).isEqualTo(2);
      assertThat(other.said()).contains("users.sql is no JSON: line 1");
    }
  }
}
