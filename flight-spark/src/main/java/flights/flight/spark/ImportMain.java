package flights.flight.spark;

import flights.core.command.DataCommands.ImportCommand;
import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.flight.spark.reference.ReferenceImport;
import flights.model.SparkSessions;
import flights.model.command.Command;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills the collections that the pages look things up in. */
public final class ImportMain {

  private static final Logger LOG = LoggerFactory.getLogger(ImportMain.class);

  private ImportMain() {}

  public static void main(String[] args) {
    Command.run(ImportCommand.class, args, ImportMain::fill);
  }

  private static void fill(Settings settings, ImportCommand asked, Store store) throws IOException {
    String master = asked.master().orElseGet(() -> settings.sparkMaster(2));
    try (SparkSession spark =
        SparkSessions.start("flights import", master, settings.sparkOptions())) {
      String bundled =
          Path.of(System.getProperty("flights.root"), "resources", "data").toUri().toString();
      ReferenceImport references = new ReferenceImport(spark, store, bundled);
      LOG.info("{}", references.run(asked.data().orElse(null)).summary());
    }
  }
}
