package flights.workloads.sales;

import flights.core.settings.Settings;
import java.nio.file.Path;
import java.util.List;

/** Makes a file of sales, of the products and stores in the store and by the rules. */
public final class SalesMain {

  private SalesMain() {}

  public static void main(String[] args) {
    try {
      Path root = Path.of(System.getProperty("flights.root", "."));
      Path folder = root.resolve("resources").resolve("pipelines").resolve("sales");
      new SalesCommand(Settings.fromEnvironment(), folder, System.out).run(List.of(args));
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
