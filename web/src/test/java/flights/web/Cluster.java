package flights.web;

import flights.core.kafka.Kafka;
import flights.core.kafka.Topics;
import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.flight.FlightTopics;
import flights.standalone.EmbeddedBroker;
import flights.standalone.EmbeddedStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** The one broker and the one store of all integration tests in this JVM; they end with it. */
final class Cluster {

  private static final String DATABASE = "web_test";
  private static final Cluster SHARED = new Cluster();

  final Kafka kafka;
  final Store store;
  private final String storeUri;

  private Cluster() {
    // As the script does.
    System.setProperty("flights.root", "..");
    kafka = new Kafka(EmbeddedBroker.start(temporaryFolder(), 0).servers());
    storeUri = EmbeddedStore.inMemory(0).uri();
    store = Store.open(storeUri, DATABASE);
    try (Admin admin = kafka.admin()) {
      Topics.ensure(admin, FlightTopics.ALL, 2, Duration.ofDays(30));
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  static Cluster shared() {
    return SHARED;
  }

  Settings settings() {
    return settings(kafka.servers(), storeUri);
  }

  Settings settingsWithBroker(String servers) {
    return settings(servers, storeUri);
  }

  /** The usual ones, for a process. */
  Map<String, String> variables() {
    return variables(kafka.servers(), storeUri, DATABASE);
  }

  Settings settingsWithDatabase(String database) {
    return settings(kafka.servers(), storeUri, database);
  }

  static Settings settings(String kafkaServers, String storeUri) {
    return settings(kafkaServers, storeUri, DATABASE);
  }

  private static Settings settings(String kafkaServers, String storeUri, String database) {
    return Settings.of(variables(kafkaServers, storeUri, database));
  }

  private static Map<String, String> variables(
      String kafkaServers, String storeUri, String database) {
    return Map.of(
        "KAFKA_BOOTSTRAP_SERVERS",
        kafkaServers,
        "MONGODB_URI",
        storeUri,
        "MONGODB_DATABASE",
        database,
        "FLIGHTS_HOME",
        "target/home");
  }

  /** An empty folder that goes with the build's other results. */
  static Path temporaryFolder() {
    try {
      return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "broker");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
