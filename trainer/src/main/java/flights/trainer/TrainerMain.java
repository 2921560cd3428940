package flights.trainer;

import flights.core.registry.ModelRegistry;
import flights.core.registry.ModelVersion;
import flights.core.settings.BadSettingException;
import flights.core.settings.Lifeline;
import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.model.ModelPackage;
import flights.model.ModelPackages;
import flights.model.Scoring;
import flights.model.SparkSessions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Trains a model from history and registers it. */
public final class TrainerMain {

  private static final Logger LOG = LoggerFactory.getLogger(TrainerMain.class);
  private static final DateTimeFormatter VERSION =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private TrainerMain() {}

  public static void main(String[] args) throws IOException {
    try {
      Settings settings = Settings.fromEnvironment();
      Lifeline.hold(settings);
      train(settings, Path.of(args[0]));
    } catch (BadSettingException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private static void train(Settings settings, Path data) throws IOException {
    Instant now = Instant.now();
    String version = VERSION.format(now);
    try (SparkSession spark =
            SparkSessions.start("flights trainer", settings.sparkMaster(2), Map.of());
        Store store = Store.open(settings)) {
      ModelPackages packages =
          new ModelPackages(settings.modelStore(), spark.sparkContext().hadoopConfiguration());
      ModelPackage model = new FlightDelayTraining(spark).train(data);
      String address = packages.write(version, model);
      new Scoring(packages.read(address), version).scoreExample(spark);
      ModelRegistry registry = new ModelRegistry(store.database());
      registry.register(new ModelVersion(settings.model(), version, address, now, Map.of()));
      registry.promote(settings.model(), version, "the first model");
      LOG.info("registered {} {} at {}", settings.model(), version, address);
    }
  }
}
