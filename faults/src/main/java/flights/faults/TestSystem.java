package flights.faults;

import flights.bench.system.FreePorts;
import flights.bench.system.OwnSystem;
import flights.core.build.Commit;
import flights.core.kafka.Kafka;
import flights.core.registry.ModelRegistry;
import flights.core.settings.Settings;
import flights.core.store.Store;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The whole system in processes of their own, in a folder of its own: broker, store, predictor and
 * web server, with proxies before the broker and the store.
 */
final class TestSystem implements FaultTarget {

  static final String MODEL = "flight-delay";

  /** Read once, because the page of the outcomes belongs to that state too. */
  private static final String COMMIT = Objects.requireNonNullElse(Commit.of(root()), "unknown");

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private final Settings settings;
  private final Proxy toBroker;
  private final Proxy toStore;
  private final ManagedProcess broker;
  private final ManagedProcess store;
  private final ManagedProcess predictor;
  private final ManagedProcess web;
  private Store opened;

  /** Starts nothing yet. */
  TestSystem(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    List<Integer> ports = FreePorts.of(5);
    toBroker = new Proxy(ports.get(0), ports.get(1));
    toStore = new Proxy(ports.get(2), ports.get(3));
    environment.put("FLIGHTS_HOME", folder.resolve("home").toString());
    environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + toBroker.port());
    environment.put("MONGODB_URI", "mongodb://127.0.0.1:" + toStore.port());
    environment.put("FLIGHTS_WEB_PORT", ports.get(4).toString());
    environment.put("FLIGHTS_METRICS_PORT", "0");
    // Some of its boundaries fall into each fault.
    environment.put("FLIGHTS_CHECKPOINT_INTERVAL", "15s");
    environment.put("FLIGHTS_PARENT", String.valueOf(ProcessHandle.current().pid()));
    settings = Settings.of(environment);
    broker = broker(settings.home().broker(), ports.get(1), ports.get(0));
    store = store(ports.get(3));
    predictor = command("predictor", "predict");
    web = command("web", "web");
  }

  /** Starts all, after training a model on a part of the bundled flights. */
  void start() throws IOException, InterruptedException {
    broker.start();
    store.start();
    opened = Store.open(settings);
    train();
    predictor.start();
    web.start();
  }

  Settings settings() {
    return settings;
  }

  @Override
  public Kafka kafka() {
    return new Kafka(settings);
  }

  /** Behind its proxy. */
  @Override
  public Store documents() {
    return opened;
  }

  ModelRegistry models() {
    return new ModelRegistry(opened.database());
  }

  @Override
  public URI address(String path) {
    return URI.create("http://" + settings.webAddress() + path);
  }

  ManagedProcess broker() {
    return broker;
  }

  ManagedProcess store() {
    return store;
  }

  ManagedProcess predictor() {
    return predictor;
  }

  ManagedProcess web() {
    return web;
  }

  Proxy toBroker() {
    return toBroker;
  }

  Proxy toStore() {
    return toStore;
  }

  @Override
  public void recover() {
    toBroker.pass();
    toStore.pass();
    List.of(broker, store, predictor, web).forEach(ManagedProcess::kill);
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public void close() {
    List.of(web, predictor, store, broker).forEach(ManagedProcess::close);
    if (opened != null) {
      opened.close();
    }
    toBroker.close();
    toStore.close();
  }

  private void train() throws IOException, InterruptedException {
    Path log = folder.resolve("train.log");
    ProcessBuilder builder =
        new ProcessBuilder(
                script(), "train", MODEL, "--sample", "0.05", "--no-baselines", "--promote")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().keySet().removeIf(OwnSystem::isOfAnother);
    builder.environment().putAll(environment);
    if (builder.start().waitFor() != 0) {
      throw new IllegalStateException("no model could be trained: see " + log);
    }
  }

  private ManagedProcess command(String name, String word) {
    return new ManagedProcess(name, List.of(script(), word), environment, folder);
  }

  /** As {@code ./flights up} starts it, with the same heap. */
  private ManagedProcess store(int port) {
    Map<String, String> own = new HashMap<>(environment);
    own.keySet().removeAll(List.of("KAFKA_BOOTSTRAP_SERVERS", "MONGODB_URI"));
    own.put("FLIGHTS_STORE_PORT", String.valueOf(port));
    return new ManagedProcess("store", List.of(script(), "store"), own, folder);
  }

  private ManagedProcess broker(Path place, int port, int advertisedPort) throws IOException {
    Path root = root();
    List<String> command =
        List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "@" + root.resolve("jvm.options"),
            "-Xmx512m",
            "-XX:+UseParallelGC",
            "-cp",
            ModuleClassPath.with(root.resolve("standalone")),
            BrokerMain.class.getName(),
            place.toString(),
            String.valueOf(port),
            String.valueOf(advertisedPort));
    return new ManagedProcess("broker", command, environment, folder);
  }

  private static String script() {
    return System.getProperty("flights.script");
  }

  static Path root() {
    return Path.of(System.getProperty("flights.root"));
  }

  /** Which state of the program is tried. */
  static String commit() {
    return COMMIT;
  }
}
