package flights.sql.query;

import flights.core.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a query writes files: an address, a path, or a path within {@code streams} of the home. */
final class QueryFiles {

  private final Path folder;
  private final String address;

  QueryFiles(Settings settings, Target target) {
    boolean remote = target.path().matches("[A-Za-z][A-Za-z0-9+.-]*://.*");
    this.folder = remote ? null : settings.home().streams().resolve(target.path());
    this.address = remote ? target.path() : folder.toUri().toString();
  }

  String address() {
    return address;
  }

  /**
   * Throws IllegalStateException when an earlier run has left its files: Spark would take the first
   * batches of this one for batches that are written already, and leave them out.
   */
  void requireNone(String name) {
    if (folder != null && Files.exists(folder.resolve("_spark_metadata"))) {
      throw new IllegalStateException(
          "%s begins anew, but %s holds files of an earlier run: delete that folder, or give another path"
              .formatted(name, folder));
    }
  }
}
