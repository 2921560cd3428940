package flights.standalone;

import flights.core.settings.Home;
import flights.core.settings.Settings;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The broker and the store of this process, each only when no address of a real one is set. */
final class Embedded implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Embedded.class);

  private final EmbeddedBroker broker;
  private final EmbeddedStore store;

  private Embedded(EmbeddedBroker broker, EmbeddedStore store) {
    this.broker = broker;
    this.store = store;
  }

  /** Throws {@link StartException} when a port is taken. */
  static Embedded start(Settings settings) {
    if (settings.embeddedBroker()) {
      Ports.requireFree(settings.kafkaPort(), "the embedded broker", "FLIGHTS_KAFKA_PORT");
    }
    if (settings.embeddedStore()) {
      Ports.requireFree(settings.storePort(), "the embedded store", "FLIGHTS_STORE_PORT");
    }
    CompletableFuture<EmbeddedStore> store =
        CompletableFuture.supplyAsync(() -> startStore(settings));
    EmbeddedBroker broker = startBroker(settings);
    return new Embedded(broker, store.join());
  }

  private static EmbeddedBroker startBroker(Settings settings) {
    if (!settings.embeddedBroker()) {
      LOG.info("broker: {} (KAFKA_BOOTSTRAP_SERVERS)", settings.kafkaServers());
      return null;
    }
    EmbeddedBroker broker = EmbeddedBroker.start(settings.home().broker(), settings.kafkaPort());
    LOG.info(
        "broker: embedded Kafka at {}; its data in {} survive a restart",
        broker.servers(),
        settings.home().broker());
    return broker;
  }

  private static EmbeddedStore startStore(Settings settings) {
    if (!settings.embeddedStore()) {
      LOG.info("store: a MongoDB (MONGODB_URI)");
      return null;
    }
    if (!settings.storeOnDisk()) {
      LOG.warn("store: embedded in memory; its data do NOT survive a restart (FLIGHTS_STORE)");
      return EmbeddedStore.inMemory(settings.storePort());
    }
    Home home = settings.home();
    EmbeddedStore store = EmbeddedStore.onDisk(home.store(), settings.storePort());
    LOG.info("store: embedded at {}; its data in {} survive a restart", store.uri(), home.store());
    return store;
  }

  @Override
  public void close() {
    if (broker != null) {
      broker.close();
    }
    if (store != null) {
      store.close();
    }
  }
}
