package flights.bench;

import flights.core.settings.Arguments;
import flights.core.settings.Settings;
import flights.core.store.Store;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Tells by its exit code whether the running service predicts by a certain version. */
public final class CanaryMain {

  private static final String USAGE =
      "./flights canary --version ID [--wait SECONDS] [--service URL]";

  private CanaryMain() {}

  public static void main(String[] args) throws InterruptedException {
    try {
      Settings settings = Settings.fromEnvironment();
      Arguments given = Arguments.read(USAGE, 0, List.of(args));
      String version = given.option("--version").orElseThrow(() -> wrong("which version?"));
      Duration patience = given.option("--wait").map(CanaryMain::seconds).orElse(seconds("60"));
      String service =
          given
              .option("--service")
              .map(CanaryMain::address)
              .orElse("http://" + settings.webAddress());
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

  private static IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(what + " usage: " + USAGE);
  }

  private static Duration seconds(String text) {
    if (!text.matches("\\d{1,4}")) {
      throw wrong("--wait " + text + " is no number of seconds;");
    }
    return Duration.ofSeconds(Long.parseLong(text));
  }

  private static String address(String text) {
    String host = text.matches("https?://.+") ? URI.create(text).getHost() : null;
    if (host == null) {
      throw wrong("--service " + text + " is no address such as http://host:5001;");
    }
    return text.replaceFirst("/+$", "");
  }

  private static void fail(int code, String message) {
    System.err.println("flights: " + message);
    System.exit(code);
  }
}
