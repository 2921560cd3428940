package flights.workloads.bots;

import flights.core.command.CommandLines;
import flights.core.command.StreamCommands.DemoBotsCommand;
import flights.core.command.StreamCommands.DemoBotsSampleCommand;
import flights.core.settings.Settings;
import flights.core.text.Count;
import flights.workloads.file.TargetFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** What {@code ./flights demo bots} does. */
final class BotsCommand {

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
    Object asked = CommandLines.parse(DemoBotsCommand.class, words);
    TrafficRules rules = TrafficRules.read(root.resolve(RULES));
    if (asked instanceof DemoBotsSampleCommand sample) {
      sample(rules, sample);
    } else {
      play(rules, (DemoBotsCommand) asked);
    }
  }

  private void sample(TrafficRules rules, DemoBotsSampleCommand asked) {
    int count = most("--rows", asked.rows(), MOST_ROWS);
    int seed = seed(asked.seed());
    SampleRows rows = new SampleRows(rules, seed);
    Path to = asked.to().orElse(usual());
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

  private void play(TrafficRules rules, DemoBotsCommand asked) throws InterruptedException {
    int seed = seed(asked.seed());
    int users = most("--users", asked.users(), MOST_USERS);
    long from = asked.from().map(Instant::toEpochMilli).orElse(System.currentTimeMillis());
    long until =
        asked
            .minutes()
            .map(minutes -> from + most("--minutes", minutes, MOST_MINUTES) * 60_000L)
            .orElse(Long.MAX_VALUE);
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

  private static int seed(long seed) {
    return (int) CommandLines.within("--seed", seed, 0, Integer.MAX_VALUE);
  }

  private static int most(String option, int value, int most) {
    return (int) CommandLines.within(option, value, 1, most);
  }

  private Path usual() {
    return settings.home().folder().resolve("demo").resolve("bots.csv");
  }
}
