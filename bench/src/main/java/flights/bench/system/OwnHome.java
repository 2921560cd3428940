package flights.bench.system;

import flights.bench.questions.SampleStore;
import flights.bench.questions.StoreProcess;
import flights.core.files.Folders;
import flights.core.settings.Home;
import flights.core.settings.Settings;
import flights.core.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** The home of the bench's own systems, kept from one run to the next so that it has a model. */
public final class OwnHome {

  /** A first training takes less than a minute, on a machine that is not too busy. */
  static final Duration TRAINING = Duration.ofMinutes(15);

  private static final String PARTITIONS = "FLIGHTS_PARTITIONS";

  /** Made-up predictions are of no certain time: none is to be deleted as old. */
  private static final Map<String, String> KEEPS_ALL = Map.of("FLIGHTS_KEEP", "24000d");

  private static final int FILLING_MEGABYTES = 1_024;

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

  /** The home of systems whose store holds so many predictions from the start. */
  public static OwnHome filled(Settings settings, int predictions) {
    Path bench = settings.home().bench().toAbsolutePath().normalize();
    return new OwnHome(bench.resolve("home-" + predictions + "-predictions"), KEEPS_ALL);
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

  /**
   * Adds made-up predictions to the store's file until there are so many, as fast as it takes them;
   * no system may run there. Goes on where an earlier filling has ended.
   *
   * @param root where the program lies
   * @return how many it has added
   */
  public long fill(Path root, int predictions)
      throws IOException, InterruptedException, ExecutionException {
    try (StoreProcess process = StoreProcess.start(root, FILLING_MEGABYTES, store());
        Store store = Store.open(process.uri(), Settings.of(more).mongodbDatabase())) {
      return SampleStore.fillPredictions(store.database(), predictions);
    }
  }

  /** What the store's files take. */
  public long storeBytes() throws IOException {
    return Folders.size(store(), file -> true);
  }

  public Path folder() {
    return folder;
  }

  /** Leaves nothing of what earlier runs have made. */
  public void clear() throws IOException {
    Folders.delete(folder);
  }

  private Path store() {
    return new Home(folder).store().getParent();
  }

  private Path prepared() {
    return folder.resolve("prepared");
  }
}
