package flights.workloads.weather;

import flights.core.command.CommandLines;
import flights.core.command.StreamCommands.DemoWeatherCommand;
import flights.core.command.StreamCommands.DemoWeatherConsumeCommand;
import flights.core.command.StreamCommands.DemoWeatherProduceCommand;
import flights.core.settings.Settings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** What {@code ./flights demo weather} is asked for. */
final class WeatherCommand {

  private static final int MOST_STATIONS = 10_000;
  private static final String REAL = "nyc2013";
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
    Object asked = CommandLines.parse(DemoWeatherCommand.class, words);
    if (asked instanceof DemoWeatherProduceCommand produce) {
      new ProduceCommand(settings, format, out).run(wish(produce));
    } else if (asked instanceof DemoWeatherConsumeCommand consume) {
      long consumers =
          CommandLines.within("--consumers", consume.consumers(), 1, StationTopics.PARTITIONS);
      new ConsumeCommand(settings, format, out).run((int) consumers, folder(consume));
    }
  }

  private static ProduceCommand.Wish wish(DemoWeatherProduceCommand asked) {
    if (!List.of("generated", REAL).contains(asked.source())) {
      throw new IllegalArgumentException("--source is generated or nyc2013, not " + asked.source());
    }
    boolean real = asked.source().equals(REAL);
    if (real && asked.stations().isPresent()) {
      throw new IllegalArgumentException("--stations does not go with --source " + REAL);
    }
    if (!(asked.daysPerSecond() >= 0 && asked.daysPerSecond() <= FASTEST)) {
      throw new IllegalArgumentException(
          "--days-per-second %s is no number such as 1 or 0.5 (0: as fast as possible)"
              .formatted(asked.daysPerSecond()));
    }
    return new ProduceCommand.Wish(
        (int) CommandLines.within("--stations", asked.stations().orElse(15), 1, MOST_STATIONS),
        asked.daysPerSecond(),
        asked.days().map(Integer::longValue).orElse(Long.MAX_VALUE),
        CommandLines.within("--seed", asked.seed(), 0, Integer.MAX_VALUE),
        real,
        CommandLines.within("--repeats", asked.repeats(), 0, 100) / 100.0,
        asked.recreate());
  }

  private Path folder(DemoWeatherConsumeCommand asked) {
    return asked.to().orElse(settings.home().folder().resolve("demo").resolve("weather"));
  }
}
