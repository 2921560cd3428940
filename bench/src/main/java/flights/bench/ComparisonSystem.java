package flights.bench;

import flights.bench.report.Findings;
import flights.bench.report.Result;
import flights.bench.system.OwnHome;
import flights.bench.system.OwnSystem;
import flights.core.command.BenchCommands.ComparedCommand;
import flights.core.command.BenchCommands.ServiceBenchCommand;
import flights.core.settings.Settings;
import java.time.Duration;
import java.util.Map;

/** The same measurement on a second system, which differs in one setting. */
final class ComparisonSystem {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String SETTING = "[A-Z_]+=\\S+";

  private ComparisonSystem() {}

  /** What {@code --compare} says when it names no file; throws when it is neither. */
  static Map<String, String> setting(String word, ComparedCommand asked) {
    if (asked instanceof ServiceBenchCommand other && other.service().isPresent()) {
      throw new IllegalArgumentException(
          "--compare " + word + " starts a system, and --service names another");
    }
    if (word.equals("micro-batch")) {
      return Map.of("FLIGHTS_TRIGGER", word);
    }
    if (!word.matches(SETTING)) {
      throw new IllegalArgumentException(
          "--compare " + word + " is no .json file, nor micro-batch, nor a setting NAME=VALUE");
    }
    Map<String, String> setting =
        Map.of(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
    Settings.of(setting);
    return setting;
  }

  /** Starts it, measures, and stops it. */
  static <C extends ComparedCommand> Result measure(
      Bench<C> bench, Map<String, String> setting, Settings settings, C asked) throws Exception {
    OwnHome home = OwnHome.of(settings, setting);
    home.prepare();
    System.out.printf("a second system with %s is started beside the first ...%n", setting);
    try (OwnSystem system = home.start()) {
      system.await("was ready", PATIENCE, system::isReady);
      Findings findings = new Findings(bench.name());
      findings.parameter("with", setting);
      bench.run(system.settings(), asked, findings);
      return findings.result(BenchRun.root());
    }
  }
}
