package flights.workloads.weather;

import flights.core.kafka.Kafka;
import flights.core.process.AtShutdown;
import flights.core.settings.Settings;
import flights.core.text.Count;
import flights.workloads.snapshot.SnapshotConsumers;
import flights.workloads.snapshot.SummaryCounts;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What {@code ./flights demo weather consume} does. */
final class ConsumeCommand {

  private static final int TOLD_EVERY_SECONDS = 10;

  private final Settings settings;
  private final ReportFormat format;
  private final PrintStream out;

  ConsumeCommand(Settings settings, ReportFormat format, PrintStream out) {
    this.settings = settings;
    this.format = format;
    this.out = out;
  }

  void run(int consumers, Path folder) throws InterruptedException {
    new StationTopics(settings).ensure();
    ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor();
    try (SnapshotConsumers<Report, StationSummary> summing =
        SnapshotConsumers.open(
            new Kafka(settings),
            StationTopics.PROTOBUF,
            new ReportSummary(format),
            folder,
            consumers)) {
      out.printf("%s: partition-0.json and so on%n", folder);
      teller.scheduleAtFixedRate(
          () -> tell(summing.counts()), TOLD_EVERY_SECONDS, TOLD_EVERY_SECONDS, TimeUnit.SECONDS);
      try (AtShutdown stop = new AtShutdown(summing::stop)) {
        summing.run();
        tell(summing.counts());
      }
    } finally {
      teller.shutdownNow();
    }
  }

  private void tell(SummaryCounts counts) {
    out.printf(
        "%s, of them %s, %,d that cannot be read%n",
        Count.of(counts.read(), "message"),
        Count.of(counts.ignored(), "repeat"),
        counts.passedOver());
  }
}
