package flights.bench;

import flights.core.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** How long each kind of page takes, one after the other, with the bundled flights imported. */
final class PagesBench {

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
  private final String base;
  private final int visits;

  PagesBench(Settings settings, int visits) {
    this.base = "http://" + settings.webAddress();
    this.visits = visits;
  }

  /** True when every page was there. */
  boolean run() throws IOException, InterruptedException {
    boolean there = true;
    System.out.printf(
        "%d visits to each kind of page, after %d to warm up; %s ...%n",
        visits, WARM_UP, Durations.load());
    for (List<String> kind : PAGES) {
      Durations durations = new Durations();
      for (int i = 0; i < WARM_UP + visits; i++) {
        String page = kind.get(i % kind.size());
        long start = System.nanoTime();
        HttpResponse<String> answer = get(page);
        if (i >= WARM_UP) {
          durations.add((System.nanoTime() - start) / 1e6);
        }
        if (answer.statusCode() != 200) {
          System.out.println(page + " answers with " + answer.statusCode());
          there = false;
          break;
        }
      }
      System.out.printf("%-30s %s%n", kind.get(0), durations.words());
    }
    System.out.println("at the end " + Durations.load());
    return there;
  }

  private HttpResponse<String> get(String page) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(base + page)).header("Accept", "text/html,*/*").build(),
        BodyHandlers.ofString());
  }
}
