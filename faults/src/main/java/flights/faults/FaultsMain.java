package flights.faults;

import flights.core.settings.Settings;
import java.util.List;

/** Tries what goes wrong; the exit code is 1 when something was lost, doubled or wrong. */
public final class FaultsMain {

  private FaultsMain() {}

  public static void main(String[] args) throws Exception {
    try {
      Settings settings = Settings.fromEnvironment();
      System.exit(new FaultsBench(settings.home().bench(), List.of(args)).run() ? 0 : 1);
    } catch (IllegalArgumentException e) {
      System.err.println("flights: " + e.getMessage());
      System.exit(2);
    }
  }
}
