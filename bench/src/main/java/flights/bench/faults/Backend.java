package flights.bench.faults;

import flights.core.process.ChildProcess;
import flights.core.settings.Settings;
import flights.standalone.EmbeddedBroker;
import flights.standalone.EmbeddedStore;
import java.nio.file.Path;
import java.util.Map;

/** The embedded broker or the embedded store in a process of its own, so that it can be killed. */
public final class Backend {

  private Backend() {}

  /** Takes {@code broker FOLDER PORT ADVERTISED_PORT} or {@code store FILE PORT}. */
  public static void main(String[] args) {
    try {
      ChildProcess.begin(Settings.fromEnvironment());
      Path place = Path.of(args[1]);
      int port = Integer.parseInt(args[2]);
      AutoCloseable backend =
          args[0].equals("broker")
              ? EmbeddedBroker.start(
                  place, port, Map.of("advertised.listeners", "CLIENTS://127.0.0.1:" + args[3]))
              : EmbeddedStore.onDisk(place, port);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(backend)));
    } catch (Throwable e) {
      System.err.println(args[0] + " cannot be started: " + e);
      // Threads that it has left would keep the process alive.
      Runtime.getRuntime().halt(1);
    }
  }

  private static void close(AutoCloseable backend) {
    try {
      backend.close();
    } catch (Exception e) {
      System.err.println(e);
    }
  }
}
