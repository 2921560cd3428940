package flights.workloads.bots;

import flights.core.settings.Settings;
import java.nio.file.Path;
import java.util.List;

/** Lets people and bots visit the demo shop, or makes rows of them to train on. */
public final class BotsMain {

  private BotsMain() {}

  public static void main(String[] args) throws InterruptedException {
    try {
      Path root = Path.of(System.getProperty("flights.root", "."));
      new BotsCommand(Settings.fromEnvironment(), root, System.out).run(List.of(args));
    } catch (IllegalArgumentException e) {
      stop(2, e);
    } catch (IllegalStateException e) {
      stop(1, e);
    }
  }

  private static void stop(int code, RuntimeException e) {
    System.err.println("flights: " + e.getMessage());
    System.exit(code);
  }
}
