package flights.predictor.stream;

import flights.core.check.Check;
import flights.core.heartbeat.Heartbeat;
import flights.core.kafka.Kafka;
import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.model.SparkSessions;
import flights.predictor.answer.CountingPlugin;
import flights.predictor.metrics.Meters;
import flights.predictor.metrics.MetricsServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the models that are set, all in one Spark and each by itself. */
public final class Serving {

  /** What Spark needs to know to serve. */
  static final Map<String, String> SPARK =
      Map.of(
          "spark.sql.streaming.realTimeMode.minBatchDuration",
          "1s",
          "spark.plugins",
          CountingPlugin.class.getName());

  private static final Logger LOG = LoggerFactory.getLogger(Serving.class);

  private static final int STOP_WITHIN_SECONDS = 4;

  private final Settings settings;
  private final TriggerMode trigger;
  private final TaskSlots slots;
  private final ModelService.Shared shared;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);

  public Serving(Settings settings, TriggerMode trigger) {
    this.settings = settings;
    this.trigger = trigger;
    this.slots = new TaskSlots(settings.models().size(), settings.partitions());
    this.shared =
        new ModelService.Shared(
            new FailedModels(settings.models().size()), stopping, new ProblemLog());
  }

  /**
   * Returns when {@link #stop} is called, or when all is done that was there; throws when no model
   * can go on, or, of what was to be done once, when one could not.
   */
  public void run() throws Exception {
    Meters meters = new Meters();
    CountingPlugin.addUpIn(meters);
    try (MetricsServer metrics = MetricsServer.start(settings, meters);
        Store store = Store.open(settings);
        Admin admin = new Kafka(settings).admin();
        SparkSession spark =
            SparkSessions.start(
                "flights predictor", settings.sparkMaster(slots.wanted()), sparkOptions())) {
      if (trigger == TriggerMode.REAL_TIME) {
        slots.require(spark.sparkContext().master());
      }
      ServingContext context = new ServingContext(settings, trigger, spark, admin, store);
      if (awaitBroker(admin)) {
        serveAll(context, meters, metrics == null ? null : metrics.address());
      }
    } finally {
      stopped.countDown();
    }
    if (trigger == TriggerMode.AVAILABLE_NOW) {
      settings.models().forEach(model -> tellDone(model, meters));
    }
  }

  /** Ends the streams in order, or, when that takes long, leaves it to the checkpoints. */
  public void stop() {
    stopping.countDown();
    try {
      var unused = stopped.await(STOP_WITHIN_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Map<String, String> sparkOptions() {
    Map<String, String> options = new HashMap<>(SPARK);
    // A stream holds its slots for ever: it must not take those that others on the cluster need.
    options.put("spark.cores.max", String.valueOf(slots.wanted()));
    options.putAll(settings.sparkOptions());
    return options;
  }

  /** False when it was time to stop before. */
  private boolean awaitBroker(Admin admin) throws InterruptedException {
    Kafka kafka = new Kafka(settings);
    ProblemLog problems = new ProblemLog();
    for (Check check = kafka.check(admin); !check.up(); check = kafka.check(admin)) {
      problems.is(check.detail());
      if (stopping.await(Heartbeat.PERIOD.toMillis(), TimeUnit.MILLISECONDS)) {
        return false;
      }
    }
    return true;
  }

  /** A thread for each: to read a version takes long, and the others must be looked after. */
  private void serveAll(ServingContext context, Meters meters, String metrics) throws Exception {
    List<String> models = settings.models();
    ExecutorService threads =
        Executors.newFixedThreadPool(models.size(), task -> new Thread(task, "model"));
    try {
      List<Future<Void>> services = new ArrayList<>();
      for (String model : models) {
        HeartbeatReporter heartbeats =
            new HeartbeatReporter(model, context, meters.of(model), metrics);
        ProblemLog problems = new ProblemLog(models.size() == 1 ? "" : model);
        services.add(
            threads.submit(new ModelService(model, context, heartbeats, shared, problems)));
      }
      awaitAll(services);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void awaitAll(List<Future<Void>> services) throws Exception {
    Exception first = null;
    for (Future<Void> service : services) {
      try {
        service.get();
      } catch (ExecutionException e) {
        first = first == null && e.getCause() instanceof Exception cause ? cause : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }

  private static void tellDone(String model, Meters meters) {
    LOG.info(
        "{}: {} predicted, {} rejected",
        model,
        meters.of(model).predictions(),
        meters.of(model).rejected());
  }
}
