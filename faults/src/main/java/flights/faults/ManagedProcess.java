package flights.faults;

import flights.bench.system.OwnSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** One process of the system, which is started again a second after it has ended. */
final class ManagedProcess implements AutoCloseable {

  private static final long PAUSE_MILLIS = 1_000;
  private static final Set<String> SERVERS = Set.of("KAFKA_BOOTSTRAP_SERVERS", "MONGODB_URI");

  private final String name;
  private final List<String> command;
  private final Map<String, String> environment;
  private final Path log;
  private volatile Process process;
  private volatile boolean wanted;

  /** A process that is yet to be started; all that it says is added to a file. */
  ManagedProcess(String name, List<String> command, Map<String, String> environment, Path folder) {
    this.name = name;
    this.command = command;
    this.environment = new TreeMap<>(environment);
    this.log = folder.resolve(name + ".log");
  }

  String name() {
    return name;
  }

  Path log() {
    return log;
  }

  void start() {
    wanted = true;
    launch();
  }

  /** Ends it in order; it is not started again. */
  void stop() throws InterruptedException {
    wanted = false;
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  /** Ends it in order and starts it again, with more variables. */
  void restart(Map<String, String> more) throws InterruptedException {
    stop();
    environment.putAll(more);
    start();
  }

  /** By signal 9, so that it can do nothing about it. */
  void kill() {
    process.destroyForcibly();
  }

  /** Stops it in the middle of what it does, for so long. */
  void pause(Duration length) throws InterruptedException {
    signal("STOP");
    try {
      Thread.sleep(length.toMillis());
    } finally {
      signal("CONT");
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Of the one that was started last. */
  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    wanted = false;
    if (process != null) {
      process.destroyForcibly();
    }
  }

  private synchronized void launch() {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder
          .environment()
          .keySet()
          .removeIf(it -> OwnSystem.isOfAnother(it) || SERVERS.contains(it));
      builder.environment().putAll(environment);
      Process started = builder.start();
      process = started;
      var unused = started.onExit().thenRunAsync(() -> startAgain(started));
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be started: " + e.getMessage(), e);
    }
  }

  private void startAgain(Process ended) {
    try {
      Thread.sleep(PAUSE_MILLIS);
      if (wanted && process == ended) {
        launch();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void signal(String which) throws InterruptedException {
    try {
      new ProcessBuilder("kill", "-" + which, String.valueOf(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
