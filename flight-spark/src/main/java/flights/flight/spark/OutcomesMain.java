package flights.flight.spark;

import flights.core.command.ModelCommands.OutcomesCommand;
import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.core.text.Count;
import flights.flight.outcome.OutcomeSummary;
import flights.flight.spark.outcome.Outcomes;
import flights.model.SparkSessions;
import flights.model.command.Command;
import java.io.IOException;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;

/** Tells how right stored predictions were, once flights are known to have landed. */
public final class OutcomesMain {

  private OutcomesMain() {}

  public static void main(String[] args) {
    Command.run(OutcomesCommand.class, args, OutcomesMain::join);
  }

  private static void join(Settings settings, OutcomesCommand asked, Store store)
      throws IOException {
    String master = asked.master().orElseGet(() -> settings.sparkMaster(2));
    try (SparkSession spark =
        SparkSessions.start("flights outcomes", master, settings.sparkOptions())) {
      Outcomes.Report report = new Outcomes(spark, store).join(asked.data());
      System.out.println(words(report, asked.data()));
    }
  }

  static String words(Outcomes.Report report, String data) {
    StringBuilder words =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%,d of %s with a flight number landed, as %s has it",
                report.landed(),
                Count.of(report.predictions(), "stored prediction"),
                data));
    for (OutcomeSummary summary : report.summaries()) {
      words.append("\n").append(words(summary));
    }
    return words.toString();
  }

  private static String words(OutcomeSummary summary) {
    String own =
        String.format(
            Locale.ROOT,
            "%s: of %s, %.1f%% came in the bucket that was said",
            summary.version(),
            Count.of(summary.all().flights(), "flight"),
            100 * summary.all().hitRate());
    return summary.baseline() == null
        ? own
        : own
            + String.format(
                Locale.ROOT,
                "; where the departure delay was told %.1f%%, and %.1f%% in the bucket of the"
                    + " departure delay itself",
                100 * summary.told().hitRate(),
                100 * summary.baseline().hitRate());
  }
}
