package flights.faults;

import flights.bench.system.OwnSystem;
import flights.bench.watch.Service;
import flights.bench.watch.Services;
import flights.core.kafka.Kafka;
import flights.core.store.Store;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A {@code ./flights up} with a home and ports of its own, that keeps itself running. */
final class UpSystem implements FaultTarget {

  /** It trains a model first, and fills its pages. */
  private static final Duration FIRST_START = Duration.ofMinutes(15);

  private final Path folder;
  private OwnSystem up;
  private Store opened;

  UpSystem(Path folder) {
    this.folder = folder;
  }

  /** Returns when it works and does nothing else any more. */
  void start() throws IOException, InterruptedException {
    up =
        OwnSystem.start(
            folder, Map.of("FLIGHTS_CHECKPOINT_INTERVAL", "15s"), List.of("--sample", "0.05"));
    opened = Store.open(up.settings());
    up.await("was ready", FIRST_START, up::isReady);
    up.awaitQuiet(FIRST_START);
  }

  /** The one that starts the others and watches them. */
  ProcessHandle parent() {
    return up.process();
  }

  /** One of the others, as it runs now. */
  Service service(String name) {
    return Services.of(up.settings().home()).stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("there is no " + name + " process"));
  }

  void signal(String which, long pid) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + which, String.valueOf(pid)).start().waitFor();
  }

  /** On the same home and ports; returns at once. */
  void startAgain() throws IOException {
    up = up.startAgain();
  }

  /** Throws IllegalStateException when its log does not hold these words. */
  void requireSaid(String words) {
    if (!up.hasSaid(words)) {
      throw new IllegalStateException("up has not said \"" + words + "\": see " + folder);
    }
  }

  /** Throws IllegalStateException when {@code ./flights status} does not tell these words. */
  void requireStatus(String words) throws IOException, InterruptedException {
    String status = up.status();
    if (!status.contains(words)) {
      throw new IllegalStateException("status does not tell \"" + words + "\" but " + status);
    }
  }

  @Override
  public URI address(String path) {
    return URI.create("http://" + up.settings().webAddress() + path);
  }

  @Override
  public Kafka kafka() {
    return new Kafka(up.settings());
  }

  @Override
  public Store documents() {
    return opened;
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public void recover() throws IOException {
    up.process().destroyForcibly();
    startAgain();
  }

  @Override
  public void close() {
    if (opened != null) {
      opened.close();
    }
    if (up != null) {
      up.close();
    }
  }
}
