package flights.workloads.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The machine's own {@code mariadbd} on a folder, on the loopback address only, with a binary log
 * of rows as change data capture needs it.
 */
public final class MariaDbServer implements AutoCloseable {

  private static final Duration START_WITHIN = Duration.ofSeconds(60);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(20);
  private static final long LOOK_EVERY_MILLIS = 50;

  private final Path folder;
  private final Path sockets;
  private final int port;
  private Process process;
  private volatile boolean closing;

  private MariaDbServer(Path folder, Path sockets, int port) {
    this.folder = folder;
    this.sockets = sockets;
    this.port = port;
  }

  /**
   * Makes the folder's databases where there are none, starts the server, runs the statements of a
   * file as its administrator, and returns when it serves. Throws IllegalStateException with what
   * to do.
   *
   * @param port 0 for any that is free
   * @param statements for each start, so they must be ones that can be run again
   */
  public static MariaDbServer start(Path folder, int port, Path statements)
      throws InterruptedException {
    try {
      Files.createDirectories(folder);
      // The name of a socket may have some hundred letters at most, and a folder's more.
      Path sockets = Files.createTempDirectory("mariadb");
      MariaDbServer server =
          new MariaDbServer(folder.toAbsolutePath(), sockets, port == 0 ? freePort() : port);
      server.begin(statements);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be used: " + e.getMessage(), e);
    }
  }

  /** Whether this machine has one. */
  public static boolean isInstalled() {
    return MariaDbProgram.look("mariadbd").isPresent();
  }

  /** The address for FLIGHTS_DATABASE. */
  public String address() {
    return "127.0.0.1:" + port;
  }

  /**
   * Returns after {@link #close}. Throws IllegalStateException when the server has ended by itself.
   */
  void awaitClosed() throws InterruptedException {
    int code = process.waitFor();
    if (!closing) {
      throw new IllegalStateException(
          "mariadbd has ended with exit code %d: see %s".formatted(code, log()));
    }
  }

  private void begin(Path statements) throws IOException, InterruptedException {
    try {
      if (!Files.isDirectory(data().resolve("mysql"))) {
        install();
      }
      process = builder(serverCommand()).start();
      awaitListening();
      run(statements);
    } catch (IOException | InterruptedException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private void install() throws IOException, InterruptedException {
    MariaDbProgram installer = MariaDbProgram.find("mariadb-install-db");
    require(
        "mariadb-install-db",
        builder(
                installer.with(
                    "--no-defaults",
                    "--datadir=" + data(),
                    "--auth-root-authentication-method=normal",
                    // They would have a user without a name, who is found before those with one.
                    "--skip-test-db",
                    "--user=" + System.getProperty("user.name")))
            .start());
  }

  private List<String> serverCommand() {
    return MariaDbProgram.find("mariadbd")
        .with(
            "--no-defaults",
            "--datadir=" + data(),
            "--socket=" + socket(),
            "--pid-file=" + folder.resolve("mariadbd.pid"),
            "--bind-address=127.0.0.1",
            "--port=" + port,
            "--skip-name-resolve",
            "--user=" + System.getProperty("user.name"),
            "--server-id=1",
            "--log-bin=" + data().resolve("binlog"),
            "--binlog-format=ROW",
            "--binlog-row-image=FULL",
            "--expire-logs-days=7",
            "--innodb-buffer-pool-size=32M",
            "--innodb-log-file-size=16M",
            "--performance-schema=OFF");
  }

  private void awaitListening() throws InterruptedException {
    long deadline = System.nanoTime() + START_WITHIN.toNanos();
    while (!listens()) {
      if (!process.isAlive()) {
        throw new IllegalStateException("mariadbd has ended: " + lastError());
      }
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("mariadbd does not listen: see " + log());
      }
      Thread.sleep(LOOK_EVERY_MILLIS);
    }
  }

  private boolean listens() {
    try (Socket tried = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return tried.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private void run(Path statements) throws IOException, InterruptedException {
    MariaDbProgram client = MariaDbProgram.find("mariadb");
    require(
        statements.toString(),
        builder(client.with("--no-defaults", "--socket=" + socket(), "--user=root"))
            .redirectInput(statements.toFile())
            .start());
  }

  private void require(String what, Process running) throws InterruptedException {
    try {
      if (running.waitFor() != 0) {
        throw new IllegalStateException(what + ": " + lastError());
      }
    } finally {
      running.destroyForcibly();
    }
  }

  private ProcessBuilder builder(List<String> command) {
    return new ProcessBuilder(new ArrayList<>(command))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
  }

  private String lastError() {
    try {
      List<String> lines = Files.readAllLines(log());
      return lines.stream()
          .filter(line -> line.contains("ERROR"))
          .reduce((earlier, later) -> later)
          .orElse(lines.isEmpty() ? "it says nothing" : lines.get(lines.size() - 1));
    } catch (IOException e) {
      return log() + " cannot be read: " + e.getMessage();
    }
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Path log() {
    return folder.resolve("mariadb.log");
  }

  private Path socket() {
    return sockets.resolve("s");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Ends it in order; what it holds stays in the folder. */
  @Override
  public void close() {
    closing = true;
    try {
      if (process != null) {
        process.destroy();
        if (!process.waitFor(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      }
      Files.deleteIfExists(socket());
      Files.deleteIfExists(sockets);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
