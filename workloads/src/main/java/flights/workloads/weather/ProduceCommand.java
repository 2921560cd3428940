package flights.workloads.weather;

import flights.core.kafka.Kafka;
import flights.core.process.AtShutdown;
import flights.core.settings.Settings;
import flights.workloads.chance.SeededNumbers;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What {@code ./flights demo weather produce} does. */
final class ProduceCommand {

  /**
   * What was asked for.
   *
   * @param real the weather of 2013, not a generated one
   * @param days so many are sent
   * @param repeats the share of reports that are sent again
   */
  record Wish(
      int stations,
      double daysPerSecond,
      long days,
      long seed,
      boolean real,
      double repeats,
      boolean recreate) {}

  private final Settings settings;
  private final ReportFormat format;
  private final PrintStream out;

  ProduceCommand(Settings settings, ReportFormat format, PrintStream out) {
    this.settings = settings;
    this.format = format;
    this.out = out;
  }

  /** Throws IllegalStateException when some messages have not arrived. */
  void run(Wish wish) throws InterruptedException {
    StationTopics topics = new StationTopics(settings);
    if (wish.recreate()) {
      topics.recreate();
    } else {
      topics.ensure();
    }
    Kafka kafka = new Kafka(settings);
    Iterator<List<Report>> days = remaining(wish, kafka);
    try (ReportProducer producer = new ReportProducer(kafka, format, out)) {
      SeededNumbers chance = new SeededNumbers(wish.seed(), -1);
      ProducerRun run =
          new ProducerRun(producer, wish.daysPerSecond(), chance, wish.repeats(), out);
      try (AtShutdown stop = new AtShutdown(run::stop)) {
        run.play(days, wish.days());
      }
      if (producer.failed() > 0) {
        throw new IllegalStateException(
            "%,d messages were not delivered".formatted(producer.failed()));
      }
    }
  }

  /** From the day on that some station has reported last, or, where one has not, from the first. */
  private Iterator<List<Report>> remaining(Wish wish, Kafka kafka) {
    LastReports last = new LastReports(kafka, stations(wish));
    LocalDate protobuf = last.common(StationTopics.PROTOBUF, format::ofProtobuf);
    LocalDate json = last.common(StationTopics.JSON, ReportFormat::ofJson);
    LocalDate from = protobuf.isBefore(json) ? protobuf : json;
    if (!from.equals(LocalDate.MIN)) {
      out.printf("goes on at %s; --recreate begins anew%n", from);
    }
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(weather(wish), Spliterator.ORDERED), false)
        .dropWhile(reports -> reports.get(0).date().isBefore(from))
        .iterator();
  }

  private static Set<String> stations(Wish wish) {
    return weather(wish).next().stream().map(Report::station).collect(Collectors.toSet());
  }

  private static Iterator<List<Report>> weather(Wish wish) {
    return wish.real() ? RealWeather.days() : new GeneratedWeather(wish.stations(), wish.seed());
  }
}
