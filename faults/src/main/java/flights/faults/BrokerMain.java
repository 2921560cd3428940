package flights.faults;

import flights.core.process.ChildProcess;
import flights.core.settings.Settings;
import flights.standalone.EmbeddedBroker;
import java.nio.file.Path;
import java.util.Map;

/** The embedded broker in a process of its own, for clients that come to it through a proxy. */
public final class BrokerMain {

  private BrokerMain() {}

  /** Takes {@code FOLDER PORT ADVERTISED_PORT}. */
  public static void main(String[] args) {
    try {
      ChildProcess.begin(Settings.fromEnvironment());
      EmbeddedBroker broker =
          EmbeddedBroker.start(
              Path.of(args[0]),
              Integer.parseInt(args[1]),
              Map.of("advertised.listeners", "CLIENTS://127.0.0.1:" + args[2]));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(broker)));
    } catch (Throwable e) {
      System.err.println("the broker cannot be started: " + e);
      // Threads that it has left would keep the process alive.
      Runtime.getRuntime().halt(1);
    }
  }

  private static void close(AutoCloseable broker) {
    try {
      broker.close();
    } catch (Exception e) {
      System.err.println(e);
    }
  }
}
