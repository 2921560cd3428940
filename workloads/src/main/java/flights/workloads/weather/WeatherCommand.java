package flights.workloads.weather;

import flights.core.settings.Arguments;
import flights.core.settings.Settings;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** What {@code ./flights demo weather} is asked for. */
final class WeatherCommand {

  private static final String USAGE =
      "./flights demo weather produce [--stations N] [--days-per-second N] [--days N] [--seed N]"
          + " [--source NAME] [--repeats N] [--recreate], or"
          + " ./flights demo weather consume [--consumers N] [--to FOLDER]";

  private static final int MOST_STATIONS = 10_000;
  private static final int MOST_DAYS = 10_000_000;
  private static final double FASTEST = 1_000_000;

  private final Settings settings;
  private final ReportFormat format;
  private final PrintStream out;

  WeatherCommand(Settings settings, ReportFormat format, PrintStream out) {
    this.settings = settings;
    this.format = format;
    this.out = out;
  }

  /**
   * Does what the words ask for, until it is done or the process is asked to end; throws
   * IllegalArgumentException or IllegalStateException with one line that says what to change.
   */
  void run(List<String> words) throws InterruptedException {
    Arguments given = Arguments.read(USAGE, 1, words);
    if (given.names().equals(List.of("produce"))) {
      refuse(given, "--consumers", "--to");
      new ProduceCommand(settings, format, out).run(wish(given));
    } else if (given.names().equals(List.of("consume"))) {
      refuse(given, "--stations", "--days-per-second", "--days", "--seed", "--source", "--repeats");
      if (given.has("--recreate")) {
        throw elsewhere("--recreate");
      }
      int consumers = number(given, "--consumers", 3, 1, StationTopics.PARTITIONS);
      new ConsumeCommand(settings, format, out).run(consumers, folder(given));
    } else {
      throw new IllegalArgumentException("usage: " + USAGE);
    }
  }

  private static void refuse(Arguments given, String... options) {
    for (String option : options) {
      if (given.option(option).isPresent()) {
        throw elsewhere(option);
      }
    }
  }

  private static IllegalArgumentException elsewhere(String option) {
    return new IllegalArgumentException(option + " does not go here; usage: " + USAGE);
  }

  private static ProduceCommand.Wish wish(Arguments given) {
    String source = given.option("--source").orElse("generated");
    if (!List.of("generated", "nyc2013").contains(source)) {
      throw new IllegalArgumentException("--source is generated or nyc2013, not " + source);
    }
    boolean real = source.equals("nyc2013");
    if (real) {
      refuse(given, "--stations");
    }
    int days = number(given, "--days", 0, 0, MOST_DAYS);
    return new ProduceCommand.Wish(
        number(given, "--stations", 15, 1, MOST_STATIONS),
        pace(given),
        days == 0 ? Long.MAX_VALUE : days,
        number(given, "--seed", 1, 0, Integer.MAX_VALUE),
        real,
        number(given, "--repeats", 0, 0, 100) / 100.0,
        given.has("--recreate"));
  }

  private static double pace(Arguments given) {
    String text = given.option("--days-per-second").orElse("1");
    double pace = text.matches("\\d{1,7}(\\.\\d{1,6})?") ? Double.parseDouble(text) : -1;
    if (pace < 0 || pace > FASTEST) {
      throw new IllegalArgumentException(
          "--days-per-second %s is no number such as 1 or 0.5 (0: as quickly as possible); usage: %s"
              .formatted(text, USAGE));
    }
    return pace;
  }

  private static int number(Arguments given, String option, int usual, int least, int most) {
    String text = given.option(option).orElse(String.valueOf(usual));
    long value = text.matches("\\d{1,12}") ? Long.parseLong(text) : -1;
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s %s is no whole number from %d to %d; usage: %s"
              .formatted(option, text, least, most, USAGE));
    }
    return (int) value;
  }

  private Path folder(Arguments given) {
    try {
      return given
          .option("--to")
          .map(Path::of)
          .orElse(settings.home().folder().resolve("demo").resolve("weather"));
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("--to is no name of a folder: " + e.getReason(), e);
    }
  }
}
