package flights.trainer;

import flights.core.check.Check;
import flights.core.registry.ModelRegistry;
import flights.core.settings.BadSettingException;
import flights.core.settings.Lifeline;
import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.model.ModelPackages;
import flights.model.SparkSessions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Trains a model from history and registers it. */
public final class TrainerMain {

  private static final Logger LOG = LoggerFactory.getLogger(TrainerMain.class);
  private static final int USAGE = 2;

  private TrainerMain() {}

  public static void main(String[] args) throws IOException {
    try {
      Settings settings = Settings.fromEnvironment();
      Lifeline.hold(settings);
      train(settings, TrainOptions.of(settings.model(), List.of(args)));
    } catch (BadSettingException e) {
      System.err.println("flights: " + e.getMessage());
      System.exit(USAGE);
    } catch (RuntimeException e) {
      System.err.println(
          "flights: " + String.valueOf(e.getMessage()).lines().findFirst().orElse("failed"));
      LOG.debug("because of", e);
      System.exit(1);
    }
  }

  private static void train(Settings settings, TrainOptions options) throws IOException {
    try (Store store = Store.open(settings)) {
      Check check = store.check();
      if (!check.up()) {
        throw new IllegalStateException(check.detail());
      }
      try (SparkSession spark =
          SparkSessions.start("flights trainer", settings.sparkMaster(2), Map.of())) {
        new Training(
                spark,
                Path.of(System.getProperty("flights.root")),
                new ModelPackages(
                    settings.modelStore(), spark.sparkContext().hadoopConfiguration()),
                new ModelRegistry(store.database()))
            .run(options);
      }
    }
  }
}
