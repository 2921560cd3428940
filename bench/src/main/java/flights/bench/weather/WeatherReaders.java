package flights.bench.weather;

import flights.bench.report.Findings;
import flights.bench.report.Plot;
import flights.bench.system.OwnServers;
import flights.bench.watch.CpuTimes;
import flights.bench.watch.Service;
import flights.core.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/**
 * Those who read reports, each as it is shipped: how many a second, and whether each report counts
 * once.
 *
 * @param reports so many are there, in each topic
 */
public record WeatherReaders(OwnServers servers, long reports, Findings findings) {

  private static final String CONSUMERS = "snapshot consumers, protobuf";
  private static final String STATISTICS = "statistics in SQL";
  private static final List<String> QUERIES =
      List.of("weather_statistics", "weather_statistics_protobuf");

  /** While nothing is read at all. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** The snapshot consumers. */
  public void consume(int consumers, Path folder) throws IOException, InterruptedException {
    SummaryFiles files = new SummaryFiles(folder);
    String[] words = {
      "weather", "consume", "--consumers", String.valueOf(consumers), "--to", folder.toString()
    };
    follow(CONSUMERS, List.of(new ReadingRate("all", files::read)), "demo", words);
    requireOnce(CONSUMERS, files.counted());
  }

  /** The queries of both topics, at the same time. */
  public void query(Path statements) throws IOException, InterruptedException {
    try (Store store = Store.open(servers.settings())) {
      List<ReadingRate> rates =
          QUERIES.stream().map(name -> new ReadingRate(name, () -> read(store, name))).toList();
      follow(STATISTICS, rates, "sql", statements.toString());
      for (ReadingRate rate : rates) {
        findings.figure(STATISTICS, rate.name(), rate.perSecond(), "a second");
        requireOnce(rate.name(), counted(store, rate.name()));
      }
    }
  }

  private void follow(String who, List<ReadingRate> rates, String command, String... words)
      throws IOException, InterruptedException {
    System.out.println(who + " ...");
    Process process = servers.command(command, words);
    List<Service> watched = new ArrayList<>(servers.watched());
    watched.add(new Service(command, process.pid()));
    CpuTimes cpu = CpuTimes.from(watched);
    try {
      ReadingRate.await(rates, reports, process.toHandle(), PATIENCE);
    } catch (IllegalArgumentException e) {
      String log = servers.log(command).toString();
      throw new IllegalArgumentException(who + ": " + e.getMessage() + ": see " + log, e);
    }
    found(who, rates, cpu);
    servers.end(process);
  }

  private void found(String who, List<ReadingRate> rates, CpuTimes cpu) {
    double rate = ReadingRate.perSecond(rates);
    System.out.printf("%s: %,.0f messages a second%n", who, rate);
    findings.figure(who, "messages", rate, "a second");
    double micros = 1e6 / reports / rates.size();
    cpu.used()
        .forEach(
            (part, seconds) ->
                findings.figure(who, "processor: " + part, seconds * micros, "us a message"));
    findings.plot(
        new Plot(
            who,
            "seconds",
            "messages read",
            Plot.Scale.LINEAR,
            rates.stream().map(ReadingRate::line).toList()));
  }

  private void requireOnce(String who, long counted) {
    if (counted != reports) {
      findings.fail("%s: %,d of %,d reports are counted".formatted(who, counted, reports));
    }
  }

  private static long read(Store store, String query) {
    Document state = store.collection("stream_queries").find(new Document("_id", query)).first();
    return state == null ? 0 : state.get("rows", Number.class).longValue();
  }

  private static long counted(Store store, String collection) {
    long sum = 0;
    for (Document station : store.collection(collection).find()) {
      sum += station.get("measurements", Number.class).longValue();
    }
    return sum;
  }
}
