package flights.bench.system;

import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.flight.reference.FlightImport;
import flights.flight.reference.FlightImports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A {@code ./flights up} of the bench's own, with a home and ports of its own, so that it can run
 * beside another.
 */
public final class OwnSystem implements AutoCloseable {

  private static final List<String> PORTS =
      List.of(
          "FLIGHTS_KAFKA_PORT", "FLIGHTS_STORE_PORT", "FLIGHTS_WEB_PORT", "FLIGHTS_METRICS_PORT");

  private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
  private static final String READY = "ready: http";

  private final Map<String, String> environment;
  private final List<String> options;
  private final Path log;
  private final long startNanos = System.nanoTime();
  private final Process process;

  private OwnSystem(Map<String, String> environment, List<String> options, Path log)
      throws IOException {
    this.environment = environment;
    this.options = options;
    this.log = log;
    process = command("up", options).redirectOutput(log.toFile()).start();
  }

  /**
   * Starts one; returns at once.
   *
   * @param home is made when it is not there
   * @param more settings
   */
  public static OwnSystem start(Path home, Map<String, String> more) throws IOException {
    return start(home, more, List.of());
  }

  /** As {@link #start}, with options of the command. */
  public static OwnSystem start(Path home, Map<String, String> more, List<String> options)
      throws IOException {
    Files.createDirectories(home);
    Map<String, String> environment = new HashMap<>(more);
    environment.put("FLIGHTS_HOME", home.toString());
    // It ends when the bench does, and runs what is built.
    environment.put("FLIGHTS_PARENT", String.valueOf(ProcessHandle.current().pid()));
    List<Integer> free = FreePorts.of(PORTS.size());
    for (int i = 0; i < PORTS.size(); i++) {
      environment.put(PORTS.get(i), free.get(i).toString());
    }
    return new OwnSystem(environment, options, home.resolve("up.log"));
  }

  /** Another one on the same home and ports, with a log beside that of this one. */
  public OwnSystem startAgain() throws IOException {
    return new OwnSystem(
        environment, options, log.resolveSibling("up-" + System.currentTimeMillis() + ".log"));
  }

  /** The one that starts the others and watches them. */
  public ProcessHandle process() {
    return process.toHandle();
  }

  /** What {@code ./flights status} tells. */
  public String status() throws IOException, InterruptedException {
    Process status = command("status", List.of()).start();
    String told = new String(status.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    status.waitFor();
    return told;
  }

  public Settings settings() {
    return Settings.of(environment);
  }

  public long startNanos() {
    return startNanos;
  }

  /** Whether it has said this already. */
  public boolean hasSaid(String words) {
    try {
      return Files.readString(log).contains(words);
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether a first request has been answered. */
  public boolean isReady() {
    return hasSaid(READY);
  }

  /** Throws IllegalArgumentException when it has ended, or the time has. */
  public void await(String what, Duration patience, BooleanSupplier condition)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IllegalArgumentException(
            "the bench's own system "
                + what
                + " not within "
                + patience.toSeconds()
                + " s: see "
                + log);
      }
      Thread.sleep(10);
    }
  }

  /** Waits for what it does in the background: filling its pages, keeping its classes. */
  public void awaitQuiet(Duration patience) throws InterruptedException {
    try (Store store = Store.open(settings())) {
      FlightImports imports = new FlightImports(store);
      await(
          "has filled its pages",
          patience,
          () -> imports.last().filter(FlightImport::whole).isPresent());
    }
    await("has kept its classes", patience, OwnSystem::hasKeptItsClasses);
  }

  /** Whether a system that starts now has the archives of its classes, or never will. */
  static boolean hasKeptItsClasses() {
    Path target = Path.of(System.getProperty("flights.root"), "target");
    return !Files.isWritable(target) || hasArchives(target);
  }

  /** Whether there is one for each process of a system. */
  public static boolean hasArchives(Path target) {
    return Stream.of("standalone", "store", "broker", "predictor", "web")
        .allMatch(role -> Files.exists(target.resolve(role + ".jsa")));
  }

  /** Whether a variable is a setting of the system that the bench was started beside. */
  public static boolean isOfAnother(String variable) {
    return variable.startsWith("FLIGHTS_") && !variable.equals("FLIGHTS_JAVA_OPTIONS");
  }

  private ProcessBuilder command(String name, List<String> words) {
    return command(environment, name, words);
  }

  /** {@code ./flights} with these words, and no settings but these. */
  static ProcessBuilder command(Map<String, String> environment, String name, List<String> words) {
    List<String> command = new ArrayList<>(List.of(System.getProperty("flights.script"), name));
    command.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeAll(List.of("KAFKA_BOOTSTRAP_SERVERS", "MONGODB_URI"));
    builder.environment().keySet().removeIf(OwnSystem::isOfAnother);
    builder.environment().putAll(environment);
    return builder;
  }

  @Override
  public void close() {
    stop(process);
  }

  /** Returns when it has ended, which it is made to when it takes too long. */
  static void stop(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
