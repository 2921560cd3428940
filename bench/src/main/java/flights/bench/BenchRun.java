package flights.bench;

import flights.bench.report.Findings;
import flights.bench.report.Reports;
import flights.bench.report.Result;
import flights.bench.report.Table;
import flights.core.settings.Settings;
import java.nio.file.Path;
import java.util.List;

/** Runs a bench, prints what it has found, and keeps it in {@code FLIGHTS_HOME/bench}. */
final class BenchRun {

  private BenchRun() {}

  /** True when all that was asked was answered. */
  static boolean of(Bench bench, Settings settings, List<String> words) throws Exception {
    Options options = Options.read(bench.usage(), words);
    Reports reports = new Reports(settings.home().folder().resolve("bench"));
    String rival = options.text("--compare").orElse(null);
    // What cannot be compared with is to be told before the time is spent.
    Result file = rival == null || !rival.endsWith(".json") ? null : Result.read(Path.of(rival));
    Findings findings = new Findings(bench.name());
    bench.run(settings, options, findings);
    Result result = findings.result(root());
    Result other = rival == null || file != null ? file : bench.rival(rival, settings, options);
    System.out.println("\n" + Table.of(result, other));
    Path page = reports.write(result, other);
    System.out.printf("page %s%njson %s%n", page, Reports.json(page));
    return result.good();
  }

  /** Where the program lies. */
  static Path root() {
    return Path.of(System.getProperty("flights.root", "."));
  }
}
