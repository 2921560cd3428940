package flights.bench.questions;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import flights.bench.watch.Service;
import flights.bench.watch.Services;
import flights.core.files.Folders;
import flights.core.settings.Settings;
import flights.core.store.StoreAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** The store that a bench asks: one of its own, or one that runs. */
public final class AskedStore implements AutoCloseable {

  private static final String DATABASE = "bench_questions";
  private static final int PATIENCE_SECONDS = 30;
  private static final int CONNECTING_SECONDS = 5;

  private final StoreProcess own;
  private final MongoClient client;
  private final Optional<Service> process;
  private final Path folder;
  private long peak;

  private AskedStore(
      StoreProcess own,
      MongoClientSettings.Builder client,
      Optional<Service> process,
      Path folder) {
    this.own = own;
    this.process = process;
    this.folder = folder;
    this.client =
        MongoClients.create(
            client
                // What has killed the store must not be asked again.
                .retryReads(false)
                .applyToClusterSettings(
                    it -> it.serverSelectionTimeout(CONNECTING_SECONDS, TimeUnit.SECONDS))
                .build());
  }

  /**
   * Starts one, with a folder that is kept from a run that was to keep it.
   *
   * @param root where the program lies
   */
  public static AskedStore own(Settings settings, Path root, int heapMegabytes) throws IOException {
    Path folder = settings.home().bench().toAbsolutePath().resolve("questions");
    Files.createDirectories(folder);
    StoreProcess own = StoreProcess.start(root, heapMegabytes, folder);
    return new AskedStore(
        own,
        new StoreAccess(own.uri(), DATABASE, "").clientSettings(),
        Optional.of(new Service("store", own.pid())),
        folder);
  }

  /**
   * The one that the settings lead to, whose process is watched when it is one of this machine;
   * throws IllegalArgumentException when it does not answer.
   */
  public static AskedStore running(Settings settings) {
    StoreAccess access = StoreAccess.of(settings);
    Optional<Service> process =
        Services.of(settings.home()).stream()
            .filter(it -> it.name().equals(Services.STORE))
            .findFirst();
    AskedStore store = new AskedStore(null, access.clientSettings(), process, null);
    if (!store.isAlive()) {
      store.close();
      throw new IllegalArgumentException(
          "no store answers: ./flights up starts one, and MONGODB_URI names another");
    }
    return store;
  }

  /** A database of the bench's own. */
  public MongoDatabase database() {
    return client.getDatabase(DATABASE);
  }

  /** Whether it answers, before long: it may still be busy with what nobody waits for any more. */
  public boolean isAlive() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (own == null || own.isAlive()) {
      try {
        database()
            .withTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .runCommand(new Document("ping", 1));
        return true;
      } catch (MongoException e) {
        if (System.nanoTime() > end) {
          return false;
        }
      }
    }
    return false;
  }

  /** The most memory that its process has held, in bytes; when that is gone, as last seen. */
  public OptionalLong peakMemory() {
    try {
      if (process.isPresent()) {
        peak = process.get().peakMemory();
      }
    } catch (IOException e) {
      // It has died.
    }
    return peak == 0 ? OptionalLong.empty() : OptionalLong.of(peak);
  }

  /** Leaves nothing behind. */
  public void clear() throws IOException {
    if (own != null) {
      own.close();
      Folders.delete(folder);
    } else if (isAlive()) {
      database().drop();
    }
  }

  @Override
  public void close() {
    client.close();
    if (own != null) {
      own.close();
    }
  }
}
