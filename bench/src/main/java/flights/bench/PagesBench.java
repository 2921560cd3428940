package flights.bench;

import flights.bench.load.Latencies;
import flights.bench.report.Findings;
import flights.core.command.BenchCommands.BenchPagesCommand;
import flights.core.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;

/** How long each kind of page takes, one after the other, with the bundled flights imported. */
final class PagesBench implements Bench<BenchPagesCommand> {

  private static final int WARM_UP = 10;

  private static final List<List<String>> PAGES =
      List.of(
          List.of("/"),
          List.of("/airlines"),
          List.of("/airline/B6", "/airline/UA", "/airline/DL", "/airline/AA", "/airline/HA"),
          List.of("/airplanes", "/airplanes?page=7", "/airplanes?q=boeing", "/airplanes?q=n580"),
          List.of("/airplane/N580JB", "/airplane/N14228", "/airplane/N725MQ"),
          List.of("/airport/JFK", "/airport/LAX", "/airport/ATL", "/airport/PDX"),
          List.of("/flights/search"),
          List.of(
              "/flights/JFK/LAX/2013-07-04",
              "/flights/LGA/ATL/2013-11-27",
              "/flights/EWR/ORD/2013-02-08"),
          List.of(
              "/on_time_performance",
              "/on_time_performance?Carrier=B6&FlightDate=2013-07-04&FlightNum=165"),
          List.of("/total_flights"),
          List.of("/total_flights.json"),
          List.of("/flights/delays/predict_kafka"),
          List.of("/models"));

  private final HttpClient http = HttpClient.newHttpClient();

  @Override
  public Class<BenchPagesCommand> command() {
    return BenchPagesCommand.class;
  }

  @Override
  public void run(Settings settings, BenchPagesCommand asked, Findings findings)
      throws IOException, InterruptedException {
    int visits = asked.visits();
    WebTarget target = WebTarget.of(settings, Optional.empty());
    findings.parameter("visits", visits);
    System.out.printf("%d visits to each kind of page, after %d to warm up ...%n", visits, WARM_UP);
    for (List<String> kind : PAGES) {
      visit(target.service(), kind, visits, findings);
    }
  }

  private void visit(URI service, List<String> kind, int visits, Findings findings)
      throws IOException, InterruptedException {
    Latencies latencies = new Latencies();
    for (int i = 0; i < WARM_UP + visits; i++) {
      String page = kind.get(i % kind.size());
      long start = System.nanoTime();
      int status = get(service.resolve(page));
      if (i >= WARM_UP) {
        latencies.add(start, System.nanoTime());
      }
      if (status != 200) {
        findings.fail(page + " answers with " + status);
        return;
      }
    }
    latencies.tell(findings, kind.get(0));
  }

  private int get(URI page) throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(page).header("Accept", "text/html,*/*").build(),
            BodyHandlers.ofString())
        .statusCode();
  }
}
