package flights.bench;

import flights.core.settings.BadSettingException;
import flights.core.settings.Settings;
import java.util.List;

/** Measures a running system from outside. */
public final class BenchMain {

  private static final String USAGE =
      "usage: ./flights bench serve [--rate REQUESTS_A_SECOND] [--duration SECONDS]"
          + " [--warmup SECONDS], or ./flights bench flood [--requests NUMBER]";

  private BenchMain() {}

  public static void main(String[] args) throws Exception {
    try {
      if (args.length == 0) {
        throw new IllegalArgumentException(USAGE);
      }
      Settings settings = Settings.fromEnvironment();
      Options options = Options.of(List.of(args).subList(1, args.length));
      boolean complete =
          switch (args[0]) {
            case "serve" -> new ServeBench(settings, options).run();
            case "flood" -> new FloodBench(settings, options.requests()).run();
            default -> throw new IllegalArgumentException(USAGE);
          };
      System.exit(complete ? 0 : 1);
    } catch (BadSettingException e) {
      fail(e.getMessage());
    } catch (IllegalArgumentException e) {
      fail(e.getMessage().equals(USAGE) ? USAGE : e.getMessage() + "; " + USAGE);
    }
  }

  private static void fail(String message) {
    System.err.println("flights: " + message);
    System.exit(2);
  }
}
