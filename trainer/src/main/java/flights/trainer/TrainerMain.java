package flights.trainer;

import flights.core.check.Check;
import flights.core.registry.ModelRegistry;
import flights.core.settings.Arguments;
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

  public static void main(String[] args) {
    try {
      Settings settings = Settings.fromEnvironment();
      Lifeline.hold(settings);
      Arguments given = Arguments.read(TrainOptions.USAGE, 1, List.of(args));
      train(settings, given, TrainOptions.of(settings.model(), given));
    } catch (IllegalArgumentException e) {
      stop(e, USAGE);
    } catch (Exception e) {
      stop(e, 1);
    }
  }

  private static void stop(Exception e, int code) {
    System.err.println("flights: " + FirstCause.line(e));
    LOG.debug("because of", e);
    System.exit(code);
  }

  private static void train(Settings settings, Arguments given, TrainOptions options)
      throws IOException {
    try (Store store = Store.open(settings)) {
      Check check = store.check();
      if (!check.up()) {
        throw new IllegalStateException(check.detail());
      }
      String master = given.option("--master").orElseGet(() -> settings.sparkMaster(2));
      try (SparkSession spark = SparkSessions.start("flights trainer", master, Map.of())) {
        Trained trained =
            new Training(
                    spark,
                    Path.of(System.getProperty("flights.root")),
                    new ModelPackages(
                        settings.modelStore(), spark.sparkContext().hadoopConfiguration()),
                    new ModelRegistry(store.database()))
                .run(options);
        System.out.println(Report.of(trained));
      }
    }
  }
}
