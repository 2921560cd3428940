package flights.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import flights.core.command.CommandLines;
import flights.core.command.ServiceCommands.StatusCommand;
import flights.core.json.Json;
import flights.core.kafka.Kafka;
import flights.core.kafka.Topics;
import flights.core.process.ProcessLock;
import flights.core.settings.Settings;
import flights.core.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The store and the broker as {@code up} starts them: by the script, from a process that watches.
 */
class ServersIT {

  private static final String SCRIPT =
      Path.of("..", "flights").toAbsolutePath().normalize().toString();
  private static final Watchdog.Limits SHORT =
      new Watchdog.Limits(Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofMillis(200));

  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private Settings settings;
  private Process parent;

  /** As {@code up}, with nothing but the two, and quick to lose patience. */
  static final class Parent {

    public static void main(String[] args) throws Exception {
      Settings settings = Settings.fromEnvironment();
      try (HomeLock lock = HomeLock.take(settings)) {
        ProcessTable table = new ProcessTable(settings.home().processes());
        Servers servers = new Servers(settings, new Launcher(SCRIPT), table);
        Questions questions = new Questions(settings, Duration.ofMillis(500));
        servers.start();
        for (Child child : servers.children().values()) {
          Watchdog.start(child, questions.to(child.name()), SHORT);
        }
        if (servers.awaitReady(new CountDownLatch(1))) {
          System.out.println("ready");
        }
        Thread.sleep(Duration.ofMinutes(10).toMillis());
      }
    }
  }

  @BeforeEach
  void start() throws IOException {
    try (ServerSocket kafka = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServerSocket store = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      environment.put("FLIGHTS_KAFKA_PORT", String.valueOf(kafka.getLocalPort()));
      environment.put("FLIGHTS_STORE_PORT", String.valueOf(store.getLocalPort()));
    }
    environment.put("FLIGHTS_HOME", folder.resolve("home").toString());
    settings = Settings.of(environment);
    parent = startParent();
  }

  @AfterEach
  void end() throws InterruptedException {
    List<ProcessHandle> children = parent.children().toList();
    parent.destroyForcibly().waitFor();
    children.forEach(ProcessHandle::destroyForcibly);
    await().until(() -> locks().noneMatch(ProcessLock::isHeld));
  }

  @Test
  void theyEndSoonAfterTheirParentIsKilledAndTheNextOneFindsAllThatWasStored() throws Exception {
    try (Store store = Store.open(settings);
        Admin admin = new Kafka(settings).admin()) {
      store.collection("things").insertOne(new Document("_id", "kept"));
      Topics.ensure(admin, List.of("kept"), 1, Duration.ofDays(30));
    }
    assertThat(locks()).allMatch(ProcessLock::isHeld);

    parent.destroyForcibly().waitFor();

    // A second, and what a busy machine adds to that.
    await().atMost(Duration.ofSeconds(4)).until(() -> locks().noneMatch(ProcessLock::isHeld));
    parent = startParent();
    try (Store store = Store.open(settings);
        Admin admin = new Kafka(settings).admin()) {
      assertThat(store.collection("things").find().first()).containsEntry("_id", "kept");
      assertThat(admin.listTopics().names().get()).contains("kept");
    }
  }

  @Test
  void theyGoOnThoughNobodyAsksThem() throws Exception {
    // Longer than it takes to end and to be noticed.
    Thread.sleep(3_000);

    assertThat(state(Processes.STORE)).returns(true, ProcessState::running);
    assertThat(state(Processes.STORE).restarts()).isZero();
    assertThat(state(Processes.BROKER).restarts()).isZero();
  }

  @Test
  void aStoreThatIsStoppedInItsTracksIsStartedAgainAndTheBrokerGoesOn() throws Exception {
    ProcessState store = state(Processes.STORE);
    ProcessState broker = state(Processes.BROKER);

    new ProcessBuilder("kill", "-STOP", String.valueOf(store.pid())).start().waitFor();

    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                status("--memory").contains("store: it answered nobody for 1 s; started again at"));
    try (Store again = Store.open(settings)) {
      await().atMost(Duration.ofMinutes(1)).until(() -> again.check().up());
    }
    assertThat(state(Processes.STORE).pid()).isNotEqualTo(store.pid());
    assertThat(state(Processes.BROKER)).isEqualTo(broker);
  }

  @Test
  void aSecondStoreOfAHomeIsRefusedInOneLine() throws Exception {
    ProcessBuilder builder = builder(SCRIPT, "store").redirectErrorStream(true);
    builder.environment().put("FLIGHTS_PARENT", String.valueOf(ProcessHandle.current().pid()));
    Process second = builder.start();
    String said =
        new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

    assertThat(second.waitFor()).isEqualTo(2);
    assertThat(said)
        .contains("process " + state(Processes.STORE).pid() + " is the store of")
        .doesNotContain("\n");
    assertThat(ProcessLock.isHeld(settings.home().lock(Processes.STORE))).isTrue();
  }

  @Test
  void statusTellsWhatTheyHold() throws Exception {
    await()
        .until(
            () -> status("--memory"),
            text -> text.contains("store, heap ") && text.contains("broker, heap "));

    assertThat(status("--memory"))
        .containsPattern("memory +\\d+ MB +up")
        .containsPattern("memory +\\d+ MB +store, heap [0-9.]+ MB of \\d+ MB")
        .containsPattern("memory +\\d+ MB +all")
        .containsPattern("disk +[0-9.]+ k?B +store: ");
    JsonNode json = Json.read(status("--json"), JsonNode.class);
    assertThat(json.path("up").isBoolean()).isTrue();
    assertThat(json.path("lines").findValuesAsText("what")).contains("broker", "store", "kept");
  }

  private Stream<Path> locks() {
    return Stream.of(Processes.STORE, Processes.BROKER).map(settings.home()::lock);
  }

  private Process startParent() throws IOException {
    Process started =
        builder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Parent.class.getName())
            .redirectErrorStream(true)
            .start();
    StringBuilder said = new StringBuilder();
    String line;
    do {
      line = started.inputReader().readLine();
      said.append(line).append('\n');
    } while (line != null && !line.equals("ready"));
    assertThat(line).as("%s", said).isEqualTo("ready");
    return started;
  }

  private ProcessBuilder builder(String... command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("FLIGHTS_"));
    builder.environment().keySet().removeAll(List.of("KAFKA_BOOTSTRAP_SERVERS", "MONGODB_URI"));
    builder.environment().putAll(environment);
    return builder;
  }

  private String status(String... words) throws InterruptedException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StatusCommand asked = CommandLines.read(StatusCommand.class, words);
    new Status(settings, asked, new PrintStream(out, false, StandardCharsets.UTF_8)).print();
    return out.toString(StandardCharsets.UTF_8);
  }

  private ProcessState state(String name) {
    return ProcessTable.read(settings.home().processes()).stream()
        .filter(state -> state.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
