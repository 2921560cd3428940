package flights.bench;

import flights.core.command.BenchCommands.BenchCommand;
import flights.core.command.CommandLines;
import flights.core.settings.Settings;
import java.util.List;

/** Measures a running system from outside; the script starts other benches with other libraries. */
public final class BenchMain {

  private static final List<Bench<?>> BENCHES =
      List.of(
          new ServeBench(),
          new WebBench(),
          new ThroughputBench(),
          new StartBench(),
          new CostBench(),
          new SoakBench(),
          new ClickBench(),
          new PagesBench(),
          new QuestionsBench(),
          new WeatherBench());

  private BenchMain() {}

  public static void main(String[] args) throws Exception {
    try {
      Bench<?> bench = bench(args[0]);
      List<String> words = List.of(args).subList(1, args.length);
      System.exit(BenchRun.of(bench, Settings.fromEnvironment(), words) ? 0 : 1);
    } catch (IllegalArgumentException e) {
      System.err.println("flights: " + e.getMessage());
      System.exit(2);
    }
  }

  private static Bench<?> bench(String name) {
    return BENCHES.stream()
        .filter(bench -> bench.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    CommandLines.unknown(BenchCommand.class, "./flights bench", name)));
  }
}
