package flights.workloads.bots;

import flights.core.settings.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * What the shop needs beside {@code ./flights up}: its MariaDB, and Kafka Connect with the
 * connectors of its stream. What listens already is left as it is, and nothing is started for a
 * database elsewhere; what is started here ends here.
 */
final class ShopServices implements AutoCloseable {

  private static final Duration LISTENS_WITHIN = Duration.ofMinutes(2);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);
  private static final int LOOK_WITHIN_MILLIS = 1_000;

  private final Settings settings;
  private final Path root;
  private final PrintStream out;
  private final List<ShopProcess> started = new CopyOnWriteArrayList<>();

  private ShopServices(Settings settings, Path root, PrintStream out) {
    this.settings = settings;
    this.root = root;
    this.out = out;
  }

  /**
   * Returns when the database takes calls; Kafka Connect may still be starting. Throws
   * IllegalStateException.
   *
   * @param root of the program, with its script
   */
  static ShopServices start(Settings settings, Path root, PrintStream out)
      throws InterruptedException {
    ShopServices services = new ShopServices(settings, root, out);
    try {
      services.startMissing();
      return services;
    } catch (InterruptedException | RuntimeException e) {
      services.close();
      throw e;
    }
  }

  private void startMissing() throws InterruptedException {
    String database = settings.database();
    if (!isHere(host(database))) {
      return;
    }
    if (!listens(database)) {
      awaitListening(run("database", List.of("demo", "database")), database);
    }
    if (!listens(settings.connectHost() + ":" + settings.connectPort())) {
      List<String> words = new ArrayList<>(List.of("connect"));
      words.addAll(connectors());
      var unused = run("connect", words);
    }
  }

  private List<String> connectors() {
    Path stream = root.resolve("resources/streams/bots");
    try (Stream<Path> files = Files.list(stream)) {
      return files.map(Path::toString).filter(it -> it.endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(stream + " cannot be read: " + e.getMessage(), e);
    }
  }

  private ShopProcess run(String name, List<String> words) {
    List<String> command = new ArrayList<>(List.of(root.resolve("flights").toString()));
    command.addAll(words);
    ShopProcess process = ShopProcess.start(name, command, out);
    started.add(process);
    return process;
  }

  private static void awaitListening(ShopProcess process, String address)
      throws InterruptedException {
    long deadline = System.nanoTime() + LISTENS_WITHIN.toNanos();
    while (!listens(address)) {
      if (process.hasEndedWithin(LOOK_EVERY)) {
        throw new IllegalStateException("the database has ended: its last line says why");
      }
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("the database does not listen at " + address);
      }
    }
  }

  private static boolean listens(String address) {
    try (Socket tried = new Socket()) {
      tried.connect(new InetSocketAddress(host(address), port(address)), LOOK_WITHIN_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isHere(String host) {
    return host.matches("127\\.0\\.0\\.1|localhost");
  }

  private static String host(String address) {
    return address.substring(0, address.lastIndexOf(':'));
  }

  private static int port(String address) {
    return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
  }

  /** Returns when all that was started here has ended: at once, when nothing was. */
  void awaitEnd() throws InterruptedException {
    if (!started.isEmpty()) {
      out.println("all visits are over; what was started for them goes on until Ctrl-C");
    }
    for (ShopProcess process : started) {
      process.awaitEnd();
    }
  }

  /** The last one first: Kafka Connect before the database that it reads. */
  @Override
  public void close() {
    for (int i = started.size() - 1; i >= 0; i--) {
      started.get(i).close();
    }
  }
}
