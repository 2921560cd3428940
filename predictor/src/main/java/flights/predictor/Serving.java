package flights.predictor;

import com.mongodb.MongoException;
import flights.core.check.Check;
import flights.core.heartbeat.Heartbeat;
import flights.core.kafka.Kafka;
import flights.core.registry.ModelRegistry;
import flights.core.registry.ModelVersion;
import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.model.SparkSessions;
import flights.predictor.metrics.Meters;
import flights.predictor.metrics.MetricsServer;
import flights.predictor.metrics.TallyPlugin;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves whatever version of a model is its champion, and follows when the champion moves. */
final class Serving {

  /** What Spark needs to know to serve. */
  static final Map<String, String> SPARK =
      Map.of(
          "spark.sql.streaming.realTimeMode.minBatchDuration",
          "1s",
          "spark.plugins",
          TallyPlugin.class.getName());

  private static final Logger LOG = LoggerFactory.getLogger(Serving.class);

  /** Beside one slot a partition: for the jobs that read a package while a stream runs. */
  private static final int SPARE_SLOTS = 2;

  private static final int STOP_WITHIN_SECONDS = 4;

  private final Settings settings;
  private final TriggerMode trigger;
  private final Trouble trouble = new Trouble();
  private final Trouble storeTrouble = new Trouble();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);

  Serving(Settings settings, TriggerMode trigger) {
    this.settings = settings;
    this.trigger = trigger;
  }

  /**
   * Returns when {@link #stop} is called, or when all is done that was there; throws when the
   * stream cannot go on.
   */
  void run() throws Exception {
    Meters meters = new Meters(settings.model());
    TallyPlugin.addUpIn(meters);
    int slots = settings.partitions() + SPARE_SLOTS;
    try (AutoCloseable lock = Checkpoint.of(settings).lock();
        MetricsServer metrics = MetricsServer.start(settings, meters);
        Store store = Store.open(settings);
        Admin admin = new Kafka(settings).admin();
        SparkSession spark =
            SparkSessions.start("flights predictor", settings.sparkMaster(slots), spark(slots));
        Keeper keeper = new Keeper(settings, trigger, spark, admin, trouble)) {
      awaitBroker(admin);
      serve(keeper, store, new SignsOfLife(settings, trigger, store, admin, meters, metrics));
    } finally {
      stopped.countDown();
    }
    if (trigger == TriggerMode.AVAILABLE_NOW) {
      LOG.info("{} predicted, {} rejected", meters.predictions(), meters.rejected());
    }
  }

  /** Ends the stream in order, or, when that takes long, leaves it to the checkpoint. */
  void stop() {
    stopping.countDown();
    try {
      var unused = stopped.await(STOP_WITHIN_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Map<String, String> spark(int slots) {
    Map<String, String> options = new HashMap<>(SPARK);
    // A stream holds its slots for ever: it must not take those that others on the cluster need.
    options.put("spark.cores.max", String.valueOf(slots));
    options.putAll(settings.sparkOptions());
    return options;
  }

  private void awaitBroker(Admin admin) throws InterruptedException {
    Kafka kafka = new Kafka(settings);
    for (Check check = kafka.check(admin); !check.up(); check = kafka.check(admin)) {
      trouble.is(check.detail());
      if (pause()) {
        return;
      }
    }
  }

  private void serve(Keeper keeper, Store store, SignsOfLife signs) throws InterruptedException {
    ModelRegistry registry = new ModelRegistry(store.database());
    boolean done;
    do {
      done = keeper.isDone();
      try {
        follow(registry.championVersion(settings.model()), keeper);
        signs.beat(keeper, trouble.present());
        storeTrouble.isOver("the store answers again");
      } catch (MongoException e) {
        // The writers wait for the store by themselves; here there is nothing to do but look again.
        storeTrouble.is(store.words(e) + "; waiting for it");
      }
      keeper.mend();
    } while (!pause() && !done);
  }

  private void follow(Optional<ModelVersion> champion, Keeper keeper) throws InterruptedException {
    if (champion.isPresent()) {
      keeper.serve(champion.get());
      return;
    }
    String none =
        "no version of "
            + settings.model()
            + " is registered yet: ./flights train "
            + settings.model()
            + " makes one";
    if (trigger == TriggerMode.AVAILABLE_NOW) {
      throw new IllegalStateException(none);
    }
    trouble.is(none);
  }

  /** True when it is time to stop. */
  private boolean pause() throws InterruptedException {
    return stopping.await(Heartbeat.PERIOD.toMillis(), TimeUnit.MILLISECONDS);
  }
}
