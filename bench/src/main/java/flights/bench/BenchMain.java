package flights.bench;

import flights.core.settings.Settings;
import java.util.List;
import java.util.stream.Collectors;

/** Measures a running system from outside. */
public final class BenchMain {

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
          new QuestionsBench(),
          new WeatherBench());

  /** The script starts them with other libraries. */
  private static final String OF_OTHER_MODULES = ", train, sql, faults";

  private BenchMain() {}

  public static void main(String[] args) throws Exception {
    try {
      String name = args.length == 0 ? "" : args[0];
      List<String> words = List.of(args).subList(Math.min(1, args.length), args.length);
      System.exit(BenchRun.of(bench(name), Settings.fromEnvironment(), words) ? 0 : 1);
    } catch (IllegalArgumentException e) {
      System.err.println("flights: " + e.getMessage());
      System.exit(2);
    }
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
            + OF_OTHER_MODULES);
  }
}
