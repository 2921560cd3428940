package flights.trainer;

import flights.core.registry.ModelRegistry;
import flights.core.settings.Arguments;
import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.model.ModelPackages;
import flights.model.SparkSessions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Trains a model from history and registers it. */
public final class TrainerMain {

  private TrainerMain() {}

  public static void main(String[] args) {
    Command.run(TrainOptions.USAGE, 1, args, TrainerMain::train);
  }

  private static void train(Settings settings, Arguments given, Store store) throws IOException {
    TrainOptions options = TrainOptions.of(settings.model(), given);
    String master = given.option("--master").orElseGet(() -> settings.sparkMaster(2));
    try (SparkSession spark = SparkSessions.start("flights trainer", master, Map.of())) {
      ModelPackages packages =
          new ModelPackages(settings.modelStore(), spark.sparkContext().hadoopConfiguration());
      Path root = Path.of(System.getProperty("flights.root"));
      ModelRegistry registry = new ModelRegistry(store.database());
      System.out.println(Report.of(new Training(spark, root, packages, registry).run(options)));
    }
  }
}
