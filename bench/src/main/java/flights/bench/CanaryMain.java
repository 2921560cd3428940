package flights.bench;

import flights.core.command.CommandLines;
import flights.core.command.ModelCommands.CanaryCommand;
import flights.core.settings.Settings;
import flights.core.store.Store;
import java.net.URI;
import java.time.Duration;

/** Tells by its exit code whether the running service predicts by a certain version. */
public final class CanaryMain {

  private CanaryMain() {}

  public static void main(String[] args) throws InterruptedException {
    try {
      Settings settings = Settings.fromEnvironment();
      CanaryCommand asked = CommandLines.read(CanaryCommand.class, args);
      String version = asked.version();
      Duration patience = asked.patience();
      String service =
          asked.service().map(CanaryMain::address).orElse("http://" + settings.webAddress());
      try (Store store = Store.open(settings)) {
        String failure = new Canary(service, store).failure(version, patience);
        if (failure.isEmpty()) {
          System.out.println("the service predicts by version " + version);
        } else {
          fail(
              1,
              "not by version " + version + " within " + patience.toSeconds() + " s: " + failure);
        }
      }
    } catch (IllegalArgumentException e) {
      fail(2, e.getMessage());
    }
  }

  private static String address(String text) {
    String host = text.matches("https?://.+") ? URI.create(text).getHost() : null;
    if (host == null) {
      throw new IllegalArgumentException(
          "--service " + text + " is no address such as http://host:5001");
    }
    return text.replaceFirst("/+$", "");
  }

  private static void fail(int code, String message) {
    System.err.println("flights: " + message);
    System.exit(code);
  }
}
