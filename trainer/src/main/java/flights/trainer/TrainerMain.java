package flights.trainer;

import flights.core.command.ModelCommands.TrainCommand;
import flights.core.registry.ModelRegistry;
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
    Command.run(TrainCommand.class, args, TrainerMain::train);
  }

  private static void train(Settings settings, TrainCommand asked, Store store) throws Exception {
    TrainOptions options = TrainOptions.of(settings.model(), asked);
    ModelRegistry registry = new ModelRegistry(store.database());
    Optional<Trained> trained =
        asked.job().isPresent()
            ? job(settings, asked, store)
                .run(options, (named, watcher) -> train(settings, asked, store, named, watcher))
            : isRegistered(options, registry)
                ? Optional.empty()
                : Optional.of(train(settings, asked, store, options, Watcher.NOBODY));
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

  private static Job job(Settings settings, TrainCommand asked, Store store) {
    return new Job(
        new TrainingJobs(store),
        new ModelRegistry(store.database()),
        new UploadCheck(
            new PipelineReader(root().resolve("resources").resolve("pipelines")),
            SparkSessions.hadoop(settings.sparkOptions())),
        asked.job().orElseThrow());
  }

  private static Path root() {
    return Path.of(System.getProperty("flights.root"));
  }

  private static Trained train(
      Settings settings, TrainCommand asked, Store store, TrainOptions options, Watcher watcher)
      throws IOException {
    String master = asked.master().orElseGet(() -> settings.sparkMaster(2));
    try (SparkSession spark =
        SparkSessions.start("flights trainer", master, settings.sparkOptions())) {
      ModelPackages packages =
          new ModelPackages(settings.modelStore(), spark.sparkContext().hadoopConfiguration());
      return new Training(spark, root(), packages, store, watcher).run(options);
    }
  }
}
