package flights.trainer;

import flights.core.check.Check;
import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.model.SparkSessions;
import flights.trainer.reference.ReferenceImport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills the collections that the pages look things up in. */
public final class ImportMain {

  private static final Logger LOG = LoggerFactory.getLogger(ImportMain.class);

  private ImportMain() {}

  public static void main(String[] args) {
    Command.run(settings -> importInto(settings, ImportOptions.of(List.of(args))));
  }

  private static void importInto(Settings settings, ImportOptions options) throws IOException {
    try (Store store = Store.open(settings)) {
      Check check = store.check();
      if (!check.up()) {
        throw new IllegalStateException(check.detail());
      }
      try (SparkSession spark =
          SparkSessions.start("flights import", settings.sparkMaster(2), Map.of())) {
        String bundled =
            Path.of(System.getProperty("flights.root"), "resources", "data").toUri().toString();
        LOG.info(
            "{}",
            new ReferenceImport(spark, store, settings.mongodbUri(), bundled)
                .run(options.data())
                .summary());
      }
    }
  }
}
