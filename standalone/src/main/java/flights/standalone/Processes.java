package flights.standalone;

import com.mongodb.MongoException;
import flights.core.check.Check;
import flights.core.heartbeat.Figures;
import flights.core.heartbeat.Heartbeat;
import flights.core.heartbeat.Heartbeats;
import flights.core.settings.Home;
import flights.core.settings.Settings;
import flights.core.store.Store;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Whether the predictor and the web server work: by what they show, and by who started them. */
final class Processes {

  static final String STORE = "store";
  static final String BROKER = "broker";
  static final String PREDICTOR = "predictor";
  static final String WEB = "web";

  /** All that serve, the slowest to start first. */
  static final List<String> SERVING = List.of(PREDICTOR, WEB, BROKER, STORE);

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Settings settings;
  private final Store store;

  Processes(Settings settings, Store store) {
    this.settings = settings;
    this.store = store;
  }

  /** Of the store or the broker; with what {@code up} knows, if it is its own and does not run. */
  Check explained(Check check) {
    return check.up()
        ? check
        : started(check.component())
            .filter(state -> !state.running())
            .map(state -> Check.down(check.component(), state.cause()))
            .orElse(check);
  }

  /** One for each model that is to be served. */
  List<Check> predictors(boolean storeIsUp) {
    Optional<ProcessState> started = started(PREDICTOR);
    if (started.isPresent() && !started.get().running()) {
      return List.of(Check.down(PREDICTOR, started.get().cause()));
    }
    if (!storeIsUp) {
      return List.of(Check.down(PREDICTOR, "not known while the store is down"));
    }
    try {
      Heartbeats heartbeats = new Heartbeats(store);
      return settings.models().stream()
          .map(model -> predictor(model, heartbeats.latest(Heartbeat.predictor(model)), started))
          .toList();
    } catch (MongoException e) {
      return List.of(Check.down(PREDICTOR, "not known: " + e.getMessage()));
    }
  }

  private static Check predictor(
      String model, Optional<Heartbeat> beat, Optional<ProcessState> started) {
    return beat.map(it -> judge(model, it, started))
        .orElse(
            Check.down(
                PREDICTOR,
                "no sign of life of " + model + " yet: ./flights predict " + model + " starts it"));
  }

  private static Check judge(String model, Heartbeat beat, Optional<ProcessState> started) {
    if (started.isPresent() && started.get().pid() != beat.pid()) {
      return Check.down(
          PREDICTOR,
          "starting" + (started.get().cause() == null ? "" : ": it " + started.get().cause()));
    }
    if (!beat.isFresh(Instant.now())) {
      return Check.down(
          PREDICTOR,
          "no sign of life of " + model + " since " + beat.at().truncatedTo(ChronoUnit.SECONDS));
    }
    if (beat.version() == null) {
      return Check.down(PREDICTOR, beat.trouble() == null ? model + " starts" : beat.trouble());
    }
    String detail = "serves " + model + " " + beat.version() + done(beat.figures());
    return Check.up(PREDICTOR, beat.trouble() == null ? detail : detail + "; " + beat.trouble());
  }

  private static String done(Figures figures) {
    return figures == null
        ? ""
        : " (%s; %,d predicted, %,d rejected, p99 %.0f ms)"
            .formatted(
                figures.trigger(),
                figures.predictions(),
                figures.rejected(),
                figures.latency().p99Millis());
  }

  Check web() {
    Optional<ProcessState> started = started(WEB);
    if (started.isPresent() && !started.get().running()) {
      return Check.down(WEB, started.get().cause());
    }
    String address = "http://" + settings.webAddress();
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address + "/health")).timeout(PATIENCE).build();
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .build()
          .send(request, BodyHandlers.discarding());
      return Check.up(WEB, address);
    } catch (IOException e) {
      return Check.down(
          WEB, "nothing answers at " + address + ": ./flights web starts it on FLIGHTS_WEB_PORT");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Check.down(WEB, "the check was interrupted");
    }
  }

  /** What {@code up} says of a process; nothing when no {@code up} serves this home. */
  private Optional<ProcessState> started(String name) {
    return started(settings.home()).stream().filter(state -> state.name().equals(name)).findFirst();
  }

  /** What {@code up} says of its processes; none when no {@code up} serves this home. */
  static List<ProcessState> started(Home home) {
    return HomeLock.isHeld(home) ? ProcessTable.read(home.processes()) : List.of();
  }
}
