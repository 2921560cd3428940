package flights.bench;

import flights.bench.report.Findings;
import flights.bench.report.Reports;
import flights.bench.report.Result;
import flights.bench.report.ResultTable;
import flights.core.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Runs a bench, prints what it has found, and keeps it in {@code FLIGHTS_HOME/bench}. */
final class BenchRun {

  private BenchRun() {}

  /** True when all that was asked was answered. */
  static boolean of(Bench bench, Settings settings, List<String> words) throws Exception {
    Options options = Options.read(bench.usage(), words);
    Reports reports = new Reports(settings.home().bench());
    Optional<Callable<Result>> rival =
        options.text("--compare").map(word -> rival(bench, word, settings, options));
    Findings findings = new Findings(bench.name());
    bench.run(settings, options, findings);
    Result result = findings.result(root());
    Result other = rival.isPresent() ? rival.get().call() : null;
    System.out.println("\n" + ResultTable.of(result, other));
    Path page = reports.write(result, other);
    System.out.printf("page %s%njson %s%n", page, Reports.json(page));
    return result.good();
  }

  /** What cannot be compared with is told before the time is spent. */
  private static Callable<Result> rival(
      Bench bench, String word, Settings settings, Options options) {
    if (word.endsWith(".json")) {
      Result read = Result.read(Path.of(word));
      return () -> read;
    }
    if (!bench.measuresSystem()) {
      throw options.wrong("--compare " + word + " is no .json file");
    }
    Map<String, String> setting = ComparisonSystem.setting(word, options);
    return () -> ComparisonSystem.measure(bench, setting, settings, options);
  }

  /** Where the program lies. */
  static Path root() {
    return Path.of(System.getProperty("flights.root", "."));
  }
}
