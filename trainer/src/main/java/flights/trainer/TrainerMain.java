package flights.trainer;

import flights.core.registry.ModelRegistry;
import flights.core.settings.Arguments;
import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.core.tracker.Tracker;
import flights.core.training.TrainingJobs;
import flights.model.ModelPackages;
import flights.model.SparkSessions;
import flights.model.command.Command;
import flights.model.progress.Watcher;
import flights.trainer.pipeline.PipelineReader;
import flights.trainer.upload.UploadCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** Trains a model from history and registers it. */
public final class TrainerMain {

  private TrainerMain() {}

  public static void main(String[] args) {
    Command.run(TrainOptions.USAGE, 1, args, TrainerMain::train);
  }

  private static void train(Settings settings, Arguments given, Store store) throws Exception {
    TrainOptions options = TrainOptions.of(settings.model(), given);
    ModelRegistry registry = new ModelRegistry(store.database());
    Optional<Trained> trained =
        given.option("--job").isPresent()
            ? job(settings, given, store)
                .run(options, (named, watcher) -> train(settings, given, store, named, watcher))
            : isRegistered(options, registry)
                ? Optional.empty()
                : Optional.of(train(settings, given, store, options, Watcher.NOBODY));
    Tracker.of(settings, store).ifPresent(Tracker::update);
    System.out.println(
        trained
            .map(it -> Report.of(it, settings.webAddress()))
            .orElseGet(() -> options.words() + " is registered already: nothing to train"));
  }

  private static boolean isRegistered(TrainOptions options, ModelRegistry registry) {
    return options.version() != null
        && registry.version(options.name(), options.version()).isPresent();
  }

  private static Job job(Settings settings, Arguments given, Store store) {
    return new Job(
        new TrainingJobs(store),
        new ModelRegistry(store.database()),
        new UploadCheck(
            new PipelineReader(root().resolve("resources").resolve("pipelines")),
            SparkSessions.hadoop(settings.sparkOptions())),
        given.option("--job").orElseThrow());
  }

  private static Path root() {
    return Path.of(System.getProperty("flights.root"));
  }

  private static Trained train(
      Settings settings, Arguments given, Store store, TrainOptions options, Watcher watcher)
      throws IOException {
    String master = given.option("--master").orElseGet(() -> settings.sparkMaster(2));
    try (SparkSession spark =
        SparkSessions.start("flights trainer", master, settings.sparkOptions())) {
      ModelPackages packages =
          new ModelPackages(settings.modelStore(), spark.sparkContext().hadoopConfiguration());
      return new Training(spark, root(), packages, store, watcher).run(options);
    }
  }
}
