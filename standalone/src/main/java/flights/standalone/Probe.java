package flights.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.model.Filters;
import flights.core.json.Json;
import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.flight.FlightCollections;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for a prediction the way a browser does: the proof that all parts work together. */
final class Probe {

  private static final Logger LOG = LoggerFactory.getLogger(Probe.class);
  private static final String PATH = "/flights/delays/predict/classify_realtime";
  private static final String FLIGHT =
      "Carrier=AA&FlightNum=1&FlightDate=2013-07-04&Origin=JFK&Dest=LAX&DepDelay=5";
  private static final Duration REPORT_EVERY = Duration.ofSeconds(30);

  private final Settings settings;
  private final ProcessTable table;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  Probe(Settings settings, ProcessTable table) {
    this.settings = settings;
    this.table = table;
  }

  /** True when an answer has come, false when it was time to stop before. */
  boolean awaitAnswer(CountDownLatch stopping) throws InterruptedException {
    Instant report = Instant.now().plus(REPORT_EVERY);
    String id = null;
    while (!stopping.await(200, TimeUnit.MILLISECONDS)) {
      try {
        id = id == null ? ask() : id;
        if (answered(id)) {
          forget(id);
          return true;
        }
      } catch (IOException e) {
        LOG.debug("not yet", e);
      }
      if (Instant.now().isAfter(report)) {
        LOG.warn("still waiting for the first prediction{}", causes());
        report = Instant.now().plus(REPORT_EVERY);
      }
    }
    return false;
  }

  private String ask() throws IOException, InterruptedException {
    JsonNode accepted =
        send(
            HttpRequest.newBuilder(uri(PATH))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(FLIGHT)));
    return accepted.path("id").textValue();
  }

  private boolean answered(String id) throws IOException, InterruptedException {
    return id != null
        && send(HttpRequest.newBuilder(uri(PATH + "/response/" + id + "?wait=5s")))
            .path("status")
            .asText()
            .equals("OK");
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return Json.read(
        http.send(request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString()).body(),
        JsonNode.class);
  }

  private URI uri(String path) {
    return URI.create("http://" + settings.webAddress() + path);
  }

  /** Nobody has asked for this prediction: it is not to stand among theirs. */
  private void forget(String id) {
    try (Store store = Store.open(settings)) {
      store.collection(FlightCollections.RESPONSES).deleteOne(Filters.eq("_id", id));
    }
  }

  private String causes() {
    return table
        .get(Processes.PREDICTOR)
        .filter(state -> state.cause() != null)
        .map(state -> ": the predictor " + state.cause())
        .orElse("");
  }
}
