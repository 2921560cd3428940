package flights.bench;

import flights.bench.report.Findings;
import flights.bench.system.OwnServers;
import flights.bench.weather.WeatherReaders;
import flights.core.command.BenchCommands.BenchWeatherCommand;
import flights.core.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;

/**
 * How many reports of weather stations a second the snapshot consumers and the statistics in SQL
 * read: the shipped commands and statements, on servers of its own, with all reports there before.
 */
final class WeatherBench implements Bench<BenchWeatherCommand> {

  private static final String STATEMENTS = "resources/streams/weather/statistics.sql";

  @Override
  public Class<BenchWeatherCommand> command() {
    return BenchWeatherCommand.class;
  }

  @Override
  public boolean measuresSystem() {
    return false;
  }

  @Override
  public void run(Settings settings, BenchWeatherCommand asked, Findings findings)
      throws Exception {
    int stations = asked.stations();
    int days = Math.max(1, asked.reports() / stations);
    int consumers = asked.consumers();
    long reports = (long) days * stations;
    findings.parameter("reports", reports);
    findings.parameter("stations", stations);
    findings.parameter("consumers", consumers);
    Path home = settings.home().bench().toAbsolutePath().normalize().resolve("home-weather");
    try (OwnServers servers = OwnServers.start(home)) {
      System.out.printf("producing %,d reports ...%n", reports);
      double seconds = produce(servers, stations, days);
      findings.figure("producer, to both topics", "reports", reports / seconds, "a second");
      WeatherReaders readers = new WeatherReaders(servers, reports, findings);
      readers.consume(consumers, home.resolve("summaries"));
      readers.query(BenchRun.root().resolve(STATEMENTS));
    }
  }

  /** In so many seconds, the start of Java included. */
  private static double produce(OwnServers servers, int stations, int days)
      throws IOException, InterruptedException {
    String[] words = {
      "weather",
      "produce",
      "--days-per-second",
      "0",
      "--stations",
      String.valueOf(stations),
      "--days",
      String.valueOf(days)
    };
    long start = System.nanoTime();
    if (servers.command("demo", words).waitFor() != 0) {
      throw new IllegalArgumentException("produce has failed: see " + servers.log("demo"));
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
