package flights.bench;

import flights.bench.report.Findings;
import flights.bench.report.Reports;
import flights.bench.report.Result;
import flights.bench.report.ResultTable;
import flights.core.command.BenchCommands.ComparedCommand;
import flights.core.command.CommandLines;
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
  static <C extends ComparedCommand> boolean of(
      Bench<C> bench, Settings settings, List<String> words) throws Exception {
    C asked = CommandLines.read(bench.command(), words);
    Reports reports = new Reports(settings.home().bench());
    Optional<Callable<Result>> rival =
        asked.compare().map(word -> rival(bench, word, settings, asked));
    Findings findings = new Findings(bench.name());
    bench.run(settings, asked, findings);
    Result result = findings.result(root());
    Result other = rival.isPresent() ? rival.get().call() : null;
    System.out.println("\n" + ResultTable.of(result, other));
    Path page = reports.write(result, other);
    System.out.printf("page %s%njson %s%n", page, Reports.json(page));
    return result.good();
  }

  /** What cannot be compared with is told before the time is spent. */
  private static <C extends ComparedCommand> Callable<Result> rival(
      Bench<C> bench, String word, Settings settings, C asked) {
    if (word.endsWith(".json")) {
      Result read = Result.read(Path.of(word));
      return () -> read;
    }
    if (!bench.measuresSystem()) {
      throw new IllegalArgumentException("--compare " + word + " is no .json file");
    }
    Map<String, String> setting = ComparisonSystem.setting(word, asked);
    return () -> ComparisonSystem.measure(bench, setting, settings, asked);
  }

  /** Where the program lies. */
  static Path root() {
    return Path.of(System.getProperty("flights.root", "."));
  }
}
