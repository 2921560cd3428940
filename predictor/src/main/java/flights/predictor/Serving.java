package flights.predictor;

import com.mongodb.MongoException;
import flights.core.check.Check;
import flights.core.check.Heartbeat;
import flights.core.check.Heartbeats;
import flights.core.kafka.Kafka;
import flights.core.registry.ModelRegistry;
import flights.core.registry.ModelVersion;
import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.model.ModelPackages;
import flights.model.PackageException;
import flights.model.Scoring;
import flights.model.SparkSessions;
import java.io.IOException;
import java.time.Instant;
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

  private static final Logger LOG = LoggerFactory.getLogger(Serving.class);

  /** Beside one slot a partition: for the jobs that read a package while a stream runs. */
  private static final int SPARE_SLOTS = 2;

  private static final int STOP_WITHIN_SECONDS = 4;

  private final Settings settings;
  private final Kafka kafka;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private RunningModel running;
  private String refused = "";
  private String trouble;

  Serving(Settings settings) {
    this.settings = settings;
    this.kafka = new Kafka(settings);
  }

  /** Returns when {@link #stop} is called; throws when the stream cannot go on. */
  void run() throws InterruptedException, IOException {
    int slots = settings.partitions() + SPARE_SLOTS;
    try (SparkSession spark =
            SparkSessions.start(
                "flights predictor",
                settings.sparkMaster(slots),
                Map.of("spark.sql.streaming.realTimeMode.minBatchDuration", "1s"));
        Store store = Store.open(settings);
        Admin admin = kafka.admin()) {
      awaitBroker(admin);
      serve(spark, store, admin);
    } finally {
      stopped.countDown();
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

  private void awaitBroker(Admin admin) throws InterruptedException {
    Check check = kafka.check(admin);
    if (!check.up()) {
      LOG.warn("{}", check.detail());
    }
    while (!check.up() && !pause()) {
      check = kafka.check(admin);
    }
  }

  private void serve(SparkSession spark, Store store, Admin admin) throws InterruptedException {
    ModelRegistry registry = new ModelRegistry(store.database());
    Heartbeats heartbeats = new Heartbeats(store);
    try {
      do {
        try {
          Optional<ModelVersion> champion = registry.championVersion(settings.model());
          follow(champion, spark, admin);
          heartbeats.beat(heartbeat());
        } catch (MongoException e) {
          // The writers wait for the store by themselves; here there is nothing to do but look
          // again.
          trouble("no MongoDB answers at " + store.address());
        }
        if (running != null) {
          running.throwIfBroken();
        }
      } while (!pause());
    } finally {
      if (running != null) {
        running.stop();
      }
    }
  }

  private void follow(Optional<ModelVersion> champion, SparkSession spark, Admin admin)
      throws InterruptedException {
    if (champion.isEmpty()) {
      trouble(
          "no version of " + settings.model() + " is registered yet: ./flights train makes one");
    } else if (!champion.get().version().equals(refused)
        && (running == null || !running.serves(champion.get().version()))) {
      serveInstead(champion.get(), spark, admin);
    }
  }

  private void serveInstead(ModelVersion next, SparkSession spark, Admin admin)
      throws InterruptedException {
    try {
      ModelPackages packages =
          new ModelPackages(settings.modelStore(), spark.sparkContext().hadoopConfiguration());
      Scoring scoring = new Scoring(packages.read(next.address()), next.version());
      scoring.scoreExample(spark);
      RunningModel started = new RunningModel(scoring, settings, kafka, admin);
      if (running != null) {
        running.stop();
      }
      started.start(spark);
      running = started;
      trouble = null;
      LOG.info("serving {} {}", next.name(), next.version());
    } catch (PackageException e) {
      refused = next.version();
      trouble(e.getMessage() + (running == null ? "" : "; version before it goes on"));
    }
  }

  private void trouble(String what) {
    if (!what.equals(trouble)) {
      LOG.warn("{}", what);
    }
    trouble = what;
  }

  private Heartbeat heartbeat() {
    return new Heartbeat(
        Heartbeat.predictor(settings.model()),
        ProcessHandle.current().pid(),
        running == null ? null : running.version(),
        trouble,
        Instant.now());
  }

  /** True when it is time to stop. */
  private boolean pause() throws InterruptedException {
    return stopping.await(Heartbeat.PERIOD.toMillis(), TimeUnit.MILLISECONDS);
  }
}
