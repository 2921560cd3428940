package flights.predictor.stream;

import flights.core.heartbeat.Figures;
import flights.core.heartbeat.Heartbeat;
import flights.core.heartbeat.Heartbeats;
import flights.core.kafka.Backlog;
import flights.predictor.metrics.ModelMeters;
import java.time.Instant;
import java.util.concurrent.ExecutionException;

/** Tells the store, and by the meters Prometheus, how a model is served and what has been done. */
final class HeartbeatReporter {

  private final String model;
  private final ServingContext context;
  private final Heartbeats heartbeats;
  private final ModelMeters meters;
  private final String metrics;
  private final Instant since = Instant.now();
  private Long restartsBefore;

  /**
   * For one model.
   *
   * @param metrics where Prometheus finds the meters; null when nowhere
   */
  HeartbeatReporter(String model, ServingContext context, ModelMeters meters, String metrics) {
    this.model = model;
    this.context = context;
    this.heartbeats = new Heartbeats(context.store());
    this.meters = meters;
    this.metrics = metrics;
  }

  /** Throws MongoException when the store does not take it. */
  void beat(ModelSupervisor supervisor, String problem) throws InterruptedException {
    String service = Heartbeat.predictor(model);
    if (restartsBefore == null) {
      restartsBefore =
          heartbeats.latest(service).map(Heartbeat::figures).map(f -> f.restarts() + 1).orElse(0L);
    }
    long restarts = restartsBefore + supervisor.restarts();
    meters.restarts(restarts);
    Figures figures =
        new Figures(
            context.trigger().word(),
            meters.requests(),
            meters.predictions(),
            meters.rejected(),
            waiting(supervisor),
            restarts,
            meters.latency(),
            metrics,
            since);
    heartbeats.beat(
        new Heartbeat(
            service,
            ProcessHandle.current().pid(),
            supervisor.version(),
            problem,
            figures,
            Instant.now()));
  }

  private Long waiting(ModelSupervisor supervisor) throws InterruptedException {
    if (supervisor.version() == null) {
      return null;
    }
    meters.serves(supervisor.version());
    try {
      long count = Backlog.waiting(context.admin(), supervisor.requestTopic(), model);
      meters.waiting(count);
      return count;
    } catch (ExecutionException e) {
      return null;
    }
  }
}
