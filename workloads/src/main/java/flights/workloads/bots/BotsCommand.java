package flights.workloads.bots;

import flights.core.settings.Arguments;
import flights.core.settings.Settings;
import flights.core.text.Count;
import flights.workloads.file.TargetFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/** What {@code ./flights demo bots} does. */
final class BotsCommand {

  private static final String USAGE =
      "./flights demo bots [--users N] [--seed N] [--minutes N] [--from TIME], or"
          + " ./flights demo bots sample [--rows N] [--seed N] [--to FILE]";

  private static final String RULES = "resources/pipelines/bot-detector/rules.yaml";
  private static final int MOST_USERS = 200_000;
  private static final int MOST_ROWS = 10_000_000;
  private static final int MOST_MINUTES = 10_000_000;

  private final Settings settings;
  private final Path root;
  private final PrintStream out;

  /**
   * Takes what it works with.
   *
   * @param root of the program
   */
  BotsCommand(Settings settings, Path root, PrintStream out) {
    this.settings = settings;
    this.root = root;
    this.out = out;
  }

  /**
   * Does what the words ask for; throws IllegalArgumentException or IllegalStateException with one
   * line that says what to change.
   */
  void run(List<String> words) throws InterruptedException {
    Arguments given = Arguments.read(USAGE, 1, words);
    TrafficRules rules = TrafficRules.read(root.resolve(RULES));
    int seed = number(given, "--seed", 1, 0, Integer.MAX_VALUE);
    if (given.names().equals(List.of("sample"))) {
      refuse(given, "--users", "--minutes", "--from");
      sample(new SampleRows(rules, seed), given, seed);
    } else if (given.names().isEmpty()) {
      refuse(given, "--rows", "--to");
      play(rules, given, seed);
    } else {
      throw new IllegalArgumentException("usage: " + USAGE);
    }
  }

  private static void refuse(Arguments given, String... options) {
    for (String option : options) {
      if (given.option(option).isPresent()) {
        throw new IllegalArgumentException(option + " does not go here; usage: " + USAGE);
      }
    }
  }

  private void sample(SampleRows rows, Arguments given, int seed) {
    int count = number(given, "--rows", 20_000, 1, MOST_ROWS);
    Path to = given.option("--to").map(BotsCommand::path).orElse(usual());
    try (TargetFile target = TargetFile.open(to);
        OutputStream buffered = new BufferedOutputStream(target.out(), 1 << 16)) {
      rows.write(count, buffered, done -> {});
      buffered.flush();
      target.keep();
    } catch (IOException e) {
      throw TargetFile.refused(to, e);
    }
    out.printf("%s: %s, seed %d%n", to, Count.of(count, "row"), seed);
    out.printf("next: ./flights train bot-detector --data %s%n", to);
  }

  private void play(TrafficRules rules, Arguments given, int seed) throws InterruptedException {
    int users = number(given, "--users", 300, 1, MOST_USERS);
    int minutes = number(given, "--minutes", 0, 0, MOST_MINUTES);
    long from = given.option("--from").map(BotsCommand::time).orElse(System.currentTimeMillis());
    long until = minutes == 0 ? Long.MAX_VALUE : from + minutes * 60_000L;
    try (EventTopic topic = EventTopic.open(settings);
        ShopServices services = ShopServices.start(settings, root, out);
        UserTable table = UserTable.open(settings)) {
      TrafficRun run = new TrafficRun(table, topic, out);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(run, services)));
      out.printf("what is found: http://%s/streams/bots%n", settings.webAddress());
      if (run.play(new Traffic(rules, seed, from, users, MOST_USERS), until)) {
        services.awaitEnd();
      }
    }
  }

  /** What is on its way shall arrive. */
  private static void end(TrafficRun run, ShopServices services) {
    try {
      run.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    services.close();
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

  private static long time(String text) {
    try {
      return Instant.parse(text).toEpochMilli();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "--from " + text + " is no time such as 2026-01-31T12:00:00Z", e);
    }
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("--to is no name of a file: " + e.getReason(), e);
    }
  }

  private Path usual() {
    return settings.home().folder().resolve("demo").resolve("bots.csv");
  }
}
