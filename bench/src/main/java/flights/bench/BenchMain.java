package flights.bench;

import flights.bench.faults.FaultsBench;
import flights.core.settings.Settings;
import java.util.List;
import java.util.stream.Collectors;

/** Measures a running system from outside. */
public final class BenchMain {

  /** Tries rather than measures, on a system of its own. */
  private static final String FAULTS = "faults";

  private static final List<Bench> BENCHES =
      List.of(
          new ServeBench(),
          new WebBench(),
          new ThroughputBench(),
          new StartBench(),
          new CostBench(),
          new SoakBench(),
          new ClickBench(),
          new PagesBench(),
          new QuestionsBench());

  private BenchMain() {}

  public static void main(String[] args) throws Exception {
    try {
      String name = args.length == 0 ? "" : args[0];
      List<String> words = List.of(args).subList(Math.min(1, args.length), args.length);
      System.exit(run(name, words) ? 0 : 1);
    } catch (IllegalArgumentException e) {
      System.err.println("flights: " + e.getMessage());
      System.exit(2);
    }
  }

  private static boolean run(String name, List<String> words) throws Exception {
    Settings settings = Settings.fromEnvironment();
    return name.equals(FAULTS)
        ? new FaultsBench(settings.home().bench(), words).run()
        : BenchRun.of(bench(name), settings, words);
  }

  private static Bench bench(String name) {
    return BENCHES.stream()
        .filter(bench -> bench.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  private static IllegalArgumentException unknown(String name) {
    String known = BENCHES.stream().map(Bench::name).collect(Collectors.joining(", "));
    return new IllegalArgumentException(
        (name.isEmpty() ? "bench what" : "there is no bench " + name)
            + "; there are "
            + known
            + ", train, "
            + FAULTS);
  }
}
