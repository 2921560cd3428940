package flights.bench.own;

import flights.core.files.Folders;
import flights.core.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The home of the bench's own systems, kept from one run to the next so that it has a model. */
public final class OwnHome {

  /** A first training takes less than a minute, on a machine that is not too busy. */
  static final Duration TRAINING = Duration.ofMinutes(15);

  private static final String PARTITIONS = "FLIGHTS_PARTITIONS";

  private final Path folder;
  private final Map<String, String> more;

  private OwnHome(Path folder, Map<String, String> more) {
    this.folder = folder;
    this.more = more;
  }

  /**
   * The home of systems with these settings beside the defaults.
   *
   * @param more settings of the systems that start there
   */
  public static OwnHome of(Settings settings, Map<String, String> more) {
    Path bench = settings.home().bench().toAbsolutePath().normalize();
    // Topics keep the partitions that they were made with.
    String partitions = more.get(PARTITIONS);
    return new OwnHome(bench.resolve(partitions == null ? "home" : "home-" + partitions), more);
  }

  /** Starts a system there; see {@link OwnSystem}. */
  public OwnSystem start() throws IOException {
    return OwnSystem.start(folder, more);
  }

  /**
   * Starts once when that has not been done since the last build, so that there is a model, pages
   * are filled, and the next start finds the classes of this one.
   */
  public void prepare() throws IOException, InterruptedException {
    boolean prepared = Files.exists(prepared());
    if (prepared && OwnSystem.hasKeptItsClasses()) {
      return;
    }
    System.out.println(
        prepared
            ? "starting once before, as this was built anew ..."
            : "a home for the bench is made first: it trains and imports, some minutes ...");
    try (OwnSystem system = start()) {
      system.await("was ready", TRAINING, system::isReady);
      system.awaitQuiet(TRAINING);
      Files.writeString(prepared(), "");
    }
  }

  /** Leaves nothing of what earlier runs have made. */
  public void clear() throws IOException {
    Folders.delete(folder);
  }

  private Path prepared() {
    return folder.resolve("prepared");
  }
}
