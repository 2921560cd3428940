package flights.bench;

import flights.bench.faults.FaultsBench;
import flights.core.settings.BadSettingException;
import flights.core.settings.Settings;
import java.util.List;

/** Measures a running system from outside. */
public final class BenchMain {

  private static final String USAGE =
      "usage: ./flights bench serve [--rate REQUESTS_A_SECOND] [--duration SECONDS] [--warmup"
          + " SECONDS] | bench flood [--requests NUMBER] | bench click [CLICKS] | bench pages"
          + " [VISITS] | bench train [--rows NUMBERS] | bench faults [NAME...] [--short] [--rate"
          + " NUMBER]";

  private static final int TIMES = 200;

  private BenchMain() {}

  public static void main(String[] args) throws Exception {
    try {
      if (args.length == 0) {
        throw new IllegalArgumentException(USAGE);
      }
      List<String> words = List.of(args).subList(1, args.length);
      System.exit(run(Settings.fromEnvironment(), args[0], words) ? 0 : 1);
    } catch (BadSettingException e) {
      fail(e.getMessage());
    } catch (IllegalArgumentException e) {
      fail(e.getMessage().equals(USAGE) ? USAGE : e.getMessage() + "; " + USAGE);
    }
  }

  private static boolean run(Settings settings, String what, List<String> words) throws Exception {
    return switch (what) {
      case "serve" -> new ServeBench(settings, Options.of(words)).run();
      case "flood" -> new FloodBench(settings, Options.of(words).requests()).run();
      case "click" -> new ClickBench(settings, times(words)).run();
      case "pages" -> new PagesBench(settings, times(words)).run();
      case "faults" -> new FaultsBench(words).run();
      default -> throw new IllegalArgumentException(USAGE);
    };
  }

  private static int times(List<String> words) {
    if (words.isEmpty()) {
      return TIMES;
    }
    if (words.size() > 1 || !words.get(0).matches("[1-9]\\d{0,5}")) {
      throw new IllegalArgumentException(String.join(" ", words) + " is no number of times");
    }
    return Integer.parseInt(words.get(0));
  }

  private static void fail(String message) {
    System.err.println("flights: " + message);
    System.exit(2);
  }
}
