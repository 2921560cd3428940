package flights.standalone;

import flights.core.process.ChildProcess;
import flights.core.settings.Settings;
import flights.standalone.store.query.QueryMemory;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The embedded store or the embedded broker, as a process of its own. */
public final class ServerMain {

  private static final Logger LOG = LoggerFactory.getLogger(ServerMain.class);
  private static final int USAGE = 2;

  private ServerMain() {}

  /** Takes {@code store} or {@code broker}. */
  public static void main(String[] args) {
    try {
      AutoCloseable server = start(Settings.fromEnvironment(), args[0]);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server), "stop"));
      // The store's own threads would not keep the process alive.
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IllegalArgumentException | StartException e) {
      System.err.println("flights: " + e.getMessage());
      System.exit(USAGE);
    } catch (RuntimeException e) {
      LOG.error("the {} cannot be started: {}", args[0], e.getMessage());
      LOG.debug("because of", e);
      // Threads that it has left would keep the process alive.
      Runtime.getRuntime().halt(1);
    }
  }

  private static AutoCloseable start(Settings settings, String role) {
    Servers.require(settings, role);
    ChildProcess.beginServing(settings, role);
    Servers.requirePortFree(settings, role);
    return role.equals(Processes.STORE) ? store(settings) : broker(settings);
  }

  private static EmbeddedStore store(Settings settings) {
    QueryMemory memory =
        new QueryMemory(
            settings.storeQueryMemory(),
            settings.storeQueriesMemory().orElse(QueryMemory.quarterOfHeap()));
    if (!settings.storeOnDisk()) {
      LOG.warn("store: embedded in memory; its data do NOT survive a restart (FLIGHTS_STORE)");
      return EmbeddedStore.inMemory(settings.storePort(), memory);
    }
    EmbeddedStore store =
        EmbeddedStore.onDisk(settings.home().store(), settings.storePort(), memory);
    LOG.info(
        "store: embedded at {}; its data in {} survive a restart",
        store.uri(),
        settings.home().store());
    return store;
  }

  private static EmbeddedBroker broker(Settings settings) {
    EmbeddedBroker broker = EmbeddedBroker.start(settings.home().broker(), settings.kafkaPort());
    LOG.info(
        "broker: embedded Kafka at {}; its data in {} survive a restart",
        broker.servers(),
        settings.home().broker());
    return broker;
  }

  private static void close(AutoCloseable server) {
    try {
      server.close();
    } catch (Exception e) {
      LOG.warn("not ended in order: {}", e.getMessage());
    }
  }
}
