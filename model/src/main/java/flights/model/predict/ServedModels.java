package flights.model.predict;

import com.mongodb.MongoException;
import flights.core.process.Daemon;
import flights.core.registry.ModelRegistry;
import flights.core.registry.ModelVersion;
import flights.core.settings.Settings;
import flights.core.store.Store;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The models that the queries of this process call: statics, because Spark makes a session's
 * functions from the names of classes, and nothing can be handed to them. Every other second it is
 * looked which versions are the champions.
 */
public final class ServedModels {

  private static final Logger LOG = LoggerFactory.getLogger(ServedModels.class);
  private static final int PERIOD_SECONDS = 2;

  private static final ConcurrentMap<String, ServedModel> SERVED = new ConcurrentHashMap<>();

  /** Versions are read in a thread of its own: a query that is being analysed is in the way. */
  private static ScheduledExecutorService timer;

  private static Settings settings;
  private static Store store;

  private ServedModels() {}

  /** Where models are found, in place of what the environment says; all that was known is left. */
  public static synchronized void findIn(Settings where) {
    close();
    settings = where;
  }

  /** Lets go of all. */
  public static synchronized void close() {
    SERVED.clear();
    if (timer != null) {
      timer.shutdownNow();
      timer = null;
    }
    if (store != null) {
      store.close();
      store = null;
    }
  }

  /** Throws {@link PredictException} when there is no such model, or it cannot be used. */
  static ServedModel named(String name) {
    ServedModel known = SERVED.get(folded(name));
    return known == null ? load(name) : known;
  }

  private static synchronized ServedModel load(String name) {
    open();
    SparkSession spark = SparkSession.active();
    try {
      return timer
          .submit(
              () -> {
                SparkSession.setActiveSession(spark);
                return SERVED.computeIfAbsent(folded(name), it -> read(name));
              })
          .get();
    } catch (ExecutionException e) {
      throw new PredictException(e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PredictException("the reading of " + name + " was interrupted");
    }
  }

  private static void open() {
    if (store != null) {
      return;
    }
    settings = settings == null ? Settings.fromEnvironment() : settings;
    store = Store.open(settings);
    timer = Daemon.timer("predict-models");
    ModelRegistry registry = new ModelRegistry(store.database());
    VersionReader reader = new VersionReader(settings);
    var unused =
        timer.scheduleWithFixedDelay(
            () -> follow(registry, reader), PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
  }

  private static void follow(ModelRegistry registry, VersionReader reader) {
    for (ServedModel model : SERVED.values()) {
      try {
        registry
            .championVersion(model.name())
            .ifPresent(champion -> model.follow(champion, reader));
      } catch (MongoException e) {
        LOG.warn("it is not known whether {} has a new champion: {}", model.name(), e.getMessage());
      }
    }
  }

  private static ServedModel read(String name) {
    ModelRegistry registry = new ModelRegistry(store.database());
    String known = known(name, registry.names());
    ModelVersion champion =
        registry
            .championVersion(known)
            .orElseThrow(
                () -> PredictException.ofMissingVersion(MissingVersion.withoutChampion(known)));
    VersionReader.Read read = new VersionReader(settings).read(champion);
    return new ServedModel(read.config(), read.loaded());
  }

  private static String known(String name, Collection<String> names) {
    return names.stream()
        .filter(it -> folded(it).equals(folded(name)))
        .findFirst()
        .orElseThrow(
            () ->
                PredictException.ofMissingVersion(MissingVersion.installed().unknown(name, names)));
  }

  /** A model's name, or what it is called: "Bot Detector" is bot-detector. */
  static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("[ _]+", "-");
  }
}
