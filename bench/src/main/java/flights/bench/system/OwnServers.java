package flights.bench.system;

import flights.bench.watch.Service;
import flights.bench.watch.Services;
import flights.core.files.Folders;
import flights.core.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A broker and a store of the bench's own, empty, and commands that use them. */
public final class OwnServers implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Path home;
  private final Map<String, String> environment = new HashMap<>();
  private final List<Process> processes = new ArrayList<>();

  private OwnServers(Path home) {
    this.home = home;
  }

  /** Returns when both serve; throws IllegalArgumentException when they do not. */
  public static OwnServers start(Path home) throws IOException, InterruptedException {
    Folders.delete(home);
    Files.createDirectories(home);
    OwnServers servers = new OwnServers(home);
    List<Integer> ports = FreePorts.of(2);
    servers.environment.put("FLIGHTS_HOME", home.toString());
    servers.environment.put("FLIGHTS_PARENT", String.valueOf(ProcessHandle.current().pid()));
    servers.environment.put("FLIGHTS_KAFKA_PORT", ports.get(0).toString());
    servers.environment.put("FLIGHTS_STORE_PORT", ports.get(1).toString());
    try {
      servers.command("broker");
      servers.command(Services.STORE);
      for (int port : ports) {
        servers.await(port);
      }
      return servers;
    } catch (IOException | InterruptedException | RuntimeException e) {
      servers.close();
      throw e;
    }
  }

  public Settings settings() {
    return Settings.of(environment);
  }

  /** Starts {@code ./flights} with these words; it ends with the bench. */
  public Process command(String word, String... words) throws IOException {
    ProcessBuilder builder = OwnSystem.command(environment, word, List.of(words));
    builder.redirectOutput(log(word).toFile());
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  /** Ends a command that goes on until it is told to. */
  public void end(Process command) {
    OwnSystem.stop(command);
    processes.remove(command);
  }

  /** Broker and store, to be watched. */
  public List<Service> watched() {
    return List.of(
        new Service("broker", processes.get(0).pid()),
        new Service(Services.STORE, processes.get(1).pid()));
  }

  /** What a command has said. */
  public Path log(String word) {
    return home.resolve(word + ".log");
  }

  private void await(int port) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!listens(port)) {
      if (System.nanoTime() > end || processes.stream().anyMatch(it -> !it.isAlive())) {
        throw new IllegalArgumentException(
            "the bench's own broker and store do not start: see " + home);
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    for (int i = processes.size() - 1; i >= 0; i--) {
      OwnSystem.stop(processes.get(i));
    }
  }
}
