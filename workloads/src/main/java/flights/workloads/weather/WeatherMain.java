package flights.workloads.weather;

import flights.core.settings.Settings;
import java.nio.file.Path;
import java.util.List;

/** Lets stations report their weather, or sums the reports up. */
public final class WeatherMain {

  private WeatherMain() {}

  public static void main(String[] args) throws InterruptedException {
    try {
      Path root = Path.of(System.getProperty("flights.root", "."));
      ReportFormat format = new ReportFormat(root.resolve("resources/streams/weather/report.desc"));
      new WeatherCommand(Settings.fromEnvironment(), format, System.out).run(List.of(args));
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
