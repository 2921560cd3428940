package flights.sql;

import com.mongodb.MongoException;
import flights.core.registry.ModelRegistry;
import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.sql.query.PlannedQuery;
import flights.sql.query.QueryService;
import flights.sql.statement.VersionMissingFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the queries of files. A file that calls a model without a version is read up to that
 * statement; the rest follows when the model has one.
 */
final class FileQueries {

  private static final Logger LOG = LoggerFactory.getLogger(FileQueries.class);
  private static final Duration LOOK_FOR_MODELS_EVERY = Duration.ofSeconds(3);

  private final Settings settings;
  private final SparkSession spark;
  private final List<Path> files;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final AtomicReference<QueryService> running = new AtomicReference<>();

  FileQueries(Settings settings, SparkSession spark, List<Path> files) {
    this.settings = settings;
    this.spark = spark;
    this.files = files;
  }

  /** Returns when it is stopped; throws IllegalStateException when no query can go on. */
  void run() throws IOException, InterruptedException {
    try (Store store = Store.open(settings)) {
      ModelRegistry registry = new ModelRegistry(store.database());
      while (stopping.getCount() > 0) {
        Set<String> served = served(registry);
        Script script = new Script(settings, spark, System.out);
        boolean whole = readWhatCanRun(script);
        script.makeTopics();
        if (whole) {
          serve(script.plans());
        } else {
          serveUntilAnotherIsServed(script.plans(), registry, served);
        }
      }
    }
  }

  /** Ends the queries in order. */
  void stop() {
    stopping.countDown();
    QueryService service = running.get();
    if (service != null) {
      service.stop();
    }
  }

  private boolean readWhatCanRun(Script script) throws IOException, InterruptedException {
    boolean whole = true;
    for (Path file : files) {
      try {
        script.read(file.toString(), Files.readString(file));
      } catch (VersionMissingFault e) {
        LOG.warn("waiting: {}", e.getMessage());
        whole = false;
      }
    }
    return whole;
  }

  private void serveUntilAnotherIsServed(
      List<PlannedQuery> plans, ModelRegistry registry, Set<String> served)
      throws InterruptedException {
    if (plans.isEmpty()) {
      awaitAnother(registry, served);
      return;
    }
    Thread watch =
        new Thread(
            () -> {
              try {
                awaitAnother(registry, served);
                running.get().stop();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "models");
    watch.setDaemon(true);
    running.set(new QueryService(settings, plans));
    watch.start();
    try {
      running.get().run();
    } finally {
      watch.interrupt();
    }
  }

  private void serve(List<PlannedQuery> plans) throws InterruptedException {
    running.set(new QueryService(settings, plans));
    if (stopping.getCount() > 0) {
      running.get().run();
    }
    stopping.countDown();
  }

  private void awaitAnother(ModelRegistry registry, Set<String> served)
      throws InterruptedException {
    boolean stopped = false;
    while (!stopped && !isAnotherServed(registry, served)) {
      stopped = stopping.await(LOOK_FOR_MODELS_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private static boolean isAnotherServed(ModelRegistry registry, Set<String> served) {
    try {
      return !served(registry).equals(served);
    } catch (MongoException e) {
      LOG.debug("the registry cannot be read", e);
      return false;
    }
  }

  private static Set<String> served(ModelRegistry registry) {
    return registry.names().stream()
        .filter(name -> registry.champion(name).isPresent())
        .collect(Collectors.toSet());
  }
}
