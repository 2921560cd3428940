package flights.workloads.database;

import flights.core.process.ChildProcess;
import flights.core.settings.Home;
import flights.core.settings.Settings;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The demo's MariaDB at FLIGHTS_DATABASE, until Ctrl-C. */
public final class DatabaseMain {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseMain.class);
  private static final int USAGE = 2;

  private DatabaseMain() {}

  /** Takes the file of statements that make its tables and users. */
  public static void main(String[] args) {
    try {
      Settings settings = Settings.fromEnvironment();
      ChildProcess.beginServing(settings, Home.MARIADB);
      Path folder = settings.home().mariaDb();
      MariaDbServer server = MariaDbServer.start(folder, port(settings), Path.of(args[0]));
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
      LOG.info("ready: MariaDB at {}; its data in {} survive a restart", server.address(), folder);
      server.awaitClosed();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      System.err.println("flights: " + e.getMessage());
      System.exit(e instanceof IllegalArgumentException ? USAGE : 1);
    }
  }

  private static int port(Settings settings) {
    String address = settings.database();
    int colon = address.lastIndexOf(':');
    if (!address.substring(0, colon).matches("127\\.0\\.0\\.1|localhost")) {
      throw new IllegalArgumentException(
          "FLIGHTS_DATABASE=" + address + " is not this machine: start the MariaDB there");
    }
    return Integer.parseInt(address.substring(colon + 1));
  }
}
