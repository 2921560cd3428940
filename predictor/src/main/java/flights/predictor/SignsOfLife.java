package flights.predictor;

import flights.core.heartbeat.Figures;
import flights.core.heartbeat.Heartbeat;
import flights.core.heartbeat.Heartbeats;
import flights.core.kafka.Backlog;
import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.predictor.metrics.Meters;
import flights.predictor.metrics.MetricsServer;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** Tells the store, and by the meters Prometheus, how a predictor is and what it has done. */
final class SignsOfLife {

  private final String model;
  private final TriggerMode trigger;
  private final Heartbeats heartbeats;
  private final Admin admin;
  private final Meters meters;
  private final String metrics;
  private final Instant since = Instant.now();
  private Long restartsBefore;

  SignsOfLife(
      Settings settings,
      TriggerMode trigger,
      Store store,
      Admin admin,
      Meters meters,
      MetricsServer metrics) {
    this.model = settings.model();
    this.trigger = trigger;
    this.heartbeats = new Heartbeats(store);
    this.admin = admin;
    this.meters = meters;
    this.metrics = metrics == null ? null : metrics.address();
  }

  /** Throws MongoException when the store does not take it. */
  void beat(Keeper keeper, String trouble) throws InterruptedException {
    String service = Heartbeat.predictor(model);
    if (restartsBefore == null) {
      restartsBefore =
          heartbeats.latest(service).map(Heartbeat::figures).map(f -> f.restarts() + 1).orElse(0L);
    }
    long restarts = restartsBefore + keeper.restarts();
    meters.restarts(restarts);
    Figures figures =
        new Figures(
            trigger.word(),
            meters.requests(),
            meters.predictions(),
            meters.rejected(),
            waiting(keeper),
            restarts,
            meters.latency(),
            metrics,
            since);
    heartbeats.beat(
        new Heartbeat(
            service,
            ProcessHandle.current().pid(),
            keeper.version(),
            trouble,
            figures,
            Instant.now()));
  }

  private Long waiting(Keeper keeper) throws InterruptedException {
    if (keeper.version() == null) {
      return null;
    }
    meters.serves(keeper.version());
    try {
      long count = Backlog.waiting(admin, keeper.requestTopic(), model);
      meters.waiting(count);
      return count;
    } catch (ExecutionException e) {
      return null;
    }
  }
}
