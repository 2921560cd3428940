package flights.trainer;

import flights.core.registry.ModelRegistry;
import flights.core.settings.Arguments;
import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.core.training.TrainingJobs;
import flights.model.ModelPackages;
import flights.model.SparkSessions;
import flights.model.command.Command;
import flights.model.progress.Watcher;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** Trains a model from history and registers it. */
public final class TrainerMain {

  private TrainerMain() {}

  public static void main(String[] args) {
    Command.run(TrainOptions.USAGE, 1, args, TrainerMain::train);
  }

  private static void train(Settings settings, Arguments given, Store store) throws Exception {
    String job = given.option("--job").orElse(null);
    TrainOptions options = TrainOptions.of(settings.model(), given);
    if (isRegistered(options, store)) {
      System.out.println(
          options.name() + " " + options.version() + " is registered already: nothing to train");
    } else {
      Trained trained =
          job == null
              ? train(settings, given, store, Watcher.NOBODY)
              : new Job(new TrainingJobs(store), job)
                  .run(watcher -> train(settings, given, store, watcher));
      System.out.println(Report.of(trained, settings.webAddress()));
    }
  }

  private static boolean isRegistered(TrainOptions options, Store store) {
    return options.version() != null
        && new ModelRegistry(store.database())
            .version(options.name(), options.version())
            .isPresent();
  }

  private static Trained train(Settings settings, Arguments given, Store store, Watcher watcher)
      throws IOException {
    TrainOptions options = TrainOptions.of(settings.model(), given);
    String master = given.option("--master").orElseGet(() -> settings.sparkMaster(2));
    try (SparkSession spark =
        SparkSessions.start("flights trainer", master, settings.sparkOptions())) {
      ModelPackages packages =
          new ModelPackages(settings.modelStore(), spark.sparkContext().hadoopConfiguration());
      Path root = Path.of(System.getProperty("flights.root"));
      return new Training(spark, root, packages, store, watcher).run(options);
    }
  }
}
