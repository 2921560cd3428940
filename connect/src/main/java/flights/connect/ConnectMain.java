package flights.connect;

import flights.core.check.Check;
import flights.core.command.CommandLines;
import flights.core.command.StreamCommands.ConnectCommand;
import flights.core.kafka.Kafka;
import flights.core.process.ChildProcess;
import flights.core.settings.Home;
import flights.core.settings.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.logging.Level;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.connect.cli.ConnectDistributed;
import org.apache.kafka.connect.runtime.Connect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A worker of Kafka Connect, until Ctrl-C. */
public final class ConnectMain {

  private static final Logger LOG = LoggerFactory.getLogger(ConnectMain.class);
  private static final int USAGE = 2;

  /** The reader of MariaDB's log tells to Java's own log what it does, by the line. */
  private static final java.util.logging.Logger CHATTER =
      java.util.logging.Logger.getLogger("com.github.shyiko");

  private ConnectMain() {}

  public static void main(String[] args) {
    try {
      Settings settings = Settings.fromEnvironment();
      List<ConnectorFile> files =
          CommandLines.read(ConnectCommand.class, args).files().stream()
              .map(ConnectorFile::read)
              .toList();
      ChildProcess.beginServing(settings, Home.CONNECT);
      requirePortFree(settings);
      requireBroker(settings);
      serve(settings, files);
    } catch (IllegalArgumentException e) {
      System.err.println("flights: " + e.getMessage());
      System.exit(USAGE);
    } catch (RuntimeException e) {
      LOG.error("Kafka Connect cannot be started: {}", e.getMessage());
      LOG.debug("because of", e);
      // Threads that it has left would keep the process alive.
      Runtime.getRuntime().halt(1);
    }
  }

  private static void serve(Settings settings, List<ConnectorFile> files) {
    CHATTER.setLevel(Level.SEVERE);
    // It ends the process in the middle of its work when it cannot be started, or is fenced.
    Exit.setExitProcedure(
        (code, message) -> {
          LOG.error("Kafka Connect has ended{}", message == null ? "" : ": " + message);
          Runtime.getRuntime().halt(code);
        });
    Connect<?> connect = new ConnectDistributed().startConnect(WorkerConfig.of(settings));
    new ConnectorWatch(new ConnectApi(connect.rest().advertisedUrl()), files).start();
    connect.awaitStop();
  }

  private static void requirePortFree(Settings settings) {
    try (ServerSocket socket = new ServerSocket()) {
      // A port whose last connections are just being forgotten by the system is free.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(settings.connectHost(), settings.connectPort()));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "Kafka Connect cannot listen at %s:%d (%s): stop what uses the port, or set FLIGHTS_CONNECT_PORT"
              .formatted(settings.connectHost(), settings.connectPort(), e.getMessage()),
          e);
    }
  }

  private static void requireBroker(Settings settings) {
    Kafka kafka = new Kafka(settings);
    try (Admin admin = kafka.admin()) {
      Check check = kafka.check(admin);
      if (!check.up()) {
        throw new IllegalStateException(check.detail());
      }
    }
  }
}
