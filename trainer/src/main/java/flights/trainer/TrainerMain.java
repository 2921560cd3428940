package flights.trainer;

import flights.core.check.Check;
import flights.core.registry.ModelRegistry;
import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.model.ModelPackages;
import flights.model.SparkSessions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Trains a model from history and registers it. */
public final class TrainerMain {

  private TrainerMain() {}

  public static void main(String[] args) {
    Command.run(settings -> train(settings, TrainOptions.of(settings.model(), List.of(args))));
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
