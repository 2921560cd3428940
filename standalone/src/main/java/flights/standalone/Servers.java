package flights.standalone;

import flights.core.kafka.Kafka;
import flights.core.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The store and the broker, each a process of its own unless the address of a real one is set. */
final class Servers {

  private static final Logger LOG = LoggerFactory.getLogger(Servers.class);

  /** The store tidies up its file at its end. */
  private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

  private static final long LOOK_EVERY_MILLIS = 20;

  private final Settings settings;
  private final ProcessTable table;
  private final Map<String, Child> children = new LinkedHashMap<>();

  Servers(Settings settings, Launcher launcher, ProcessTable table) {
    this.settings = settings;
    this.table = table;
    if (settings.embeddedStore()) {
      children.put(Processes.STORE, launcher.child(Processes.STORE, table, "store"));
    }
    if (settings.embeddedBroker()) {
      children.put(Processes.BROKER, launcher.child(Processes.BROKER, table, "broker"));
    }
  }

  /** Throws {@link StartException} when a port is taken. */
  static void requirePortsFree(Settings settings) {
    if (settings.embeddedBroker()) {
      requirePortFree(settings, Processes.BROKER);
    }
    if (settings.embeddedStore()) {
      requirePortFree(settings, Processes.STORE);
    }
  }

  /** Throws {@link StartException} when the server's port is taken. */
  static void requirePortFree(Settings settings, String role) {
    if (role.equals(Processes.STORE)) {
      Ports.requireFree(settings.storePort(), "the embedded store", "FLIGHTS_STORE_PORT");
    } else {
      Ports.requireFree(settings.kafkaPort(), "the embedded broker", "FLIGHTS_KAFKA_PORT");
    }
  }

  /** Throws {@link StartException} when the settings name a real one instead. */
  static void require(Settings settings, String role) {
    boolean store = role.equals(Processes.STORE);
    if (store ? !settings.embeddedStore() : !settings.embeddedBroker()) {
      throw new StartException(
          "there is no embedded "
              + role
              + " while "
              + (store ? "MONGODB_URI" : "KAFKA_BOOTSTRAP_SERVERS")
              + " is set");
    }
  }

  /** Starts those that are not elsewhere, all at once; returns at once. */
  void start() {
    if (!settings.embeddedBroker()) {
      LOG.info("broker: {} (KAFKA_BOOTSTRAP_SERVERS)", settings.kafkaServers());
    }
    if (!settings.embeddedStore()) {
      LOG.info("store: a MongoDB (MONGODB_URI)");
    }
    children.values().forEach(Child::keepRunning);
  }

  Map<String, Child> children() {
    return children;
  }

  /**
   * Waits until those that were started can be worked with; false when it was time to stop before.
   * Throws {@link StartException} when one ends instead.
   */
  boolean awaitReady(CountDownLatch stopping) throws InterruptedException {
    try (Admin admin = new Kafka(settings).admin()) {
      for (String name : children.keySet()) {
        while (!(name.equals(Processes.STORE) ? listens(settings.storePort()) : isReady(admin))) {
          if (stopping.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            return false;
          }
          requireStarting(name);
        }
      }
      return true;
    }
  }

  /** A broker listens before it is let into its cluster. */
  private boolean isReady(Admin admin) throws InterruptedException {
    try {
      return listens(settings.kafkaPort()) && !admin.describeCluster().nodes().get().isEmpty();
    } catch (ExecutionException e) {
      return false;
    }
  }

  private void requireStarting(String name) {
    table
        .get(name)
        .filter(state -> !state.running())
        .ifPresent(
            state -> {
              throw new StartException(
                  "the " + name + " " + state.cause().replaceFirst("; starting again.*", ""));
            });
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** Ends them in order; nothing may need them any more. */
  void stop() throws InterruptedException {
    children.values().forEach(Child::stop);
    Instant deadline = Instant.now().plus(STOP_WITHIN);
    for (Child child : children.values()) {
      child.awaitStopped(deadline);
    }
  }
}
