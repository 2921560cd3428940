package flights.standalone.store;

import de.bwaldvogel.mongo.bson.Document;
import flights.core.process.Daemon;
import flights.standalone.store.query.Cursors;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is to be done from time to time: commits, documents that have expired, space that is given
 * back, cursors that nobody uses, and indexes that were not filled when the store ended.
 */
final class Upkeep implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
  private static final Duration COMMIT_EVERY = Duration.ofSeconds(1);
  private static final Duration TIDY_EVERY = Duration.ofSeconds(2);

  private final Supplier<Stream<DiskDatabase>> databases;
  private final ScheduledExecutorService commits = Daemon.timer("store-commits");
  private final ScheduledExecutorService others = Daemon.timer("store-upkeep");

  Upkeep(
      DiskFile file,
      Cursors cursors,
      Supplier<Stream<DiskDatabase>> databases,
      Duration expireEvery) {
    this.databases = databases;
    every(commits, COMMIT_EVERY, file::settle);
    every(others, TIDY_EVERY, file::tidy);
    every(others, expireEvery, this::expire);
    every(others, Duration.ofMinutes(1), cursors::expire);
    others.execute(guarded(this::fillIndexes));
  }

  /** Waits for what is being done. */
  @Override
  public void close() {
    commits.shutdown();
    others.shutdownNow();
    try {
      commits.awaitTermination(10, TimeUnit.SECONDS);
      others.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void expire() {
    databases
        .get()
        .forEach(database -> database.indexes().forEach(index -> expire(database, index)));
  }

  private static void expire(DiskDatabase database, Document index) {
    DiskCollection collection = database.collectionOf(index);
    if (collection == null || !(index.get(DiskDatabase.EXPIRE) instanceof Number seconds)) {
      return;
    }
    String field = ((Document) index.get("key")).keySet().iterator().next();
    Instant limit = Instant.now().minusSeconds(seconds.longValue());
    int deleted =
        collection.deleteDocuments(
            new Document(field, new Document("$lt", limit)),
            0,
            de.bwaldvogel.mongo.oplog.NoopOplog.get());
    if (deleted > 0) {
      LOG.info(
          "{} documents of {} were older than {} and have been deleted",
          deleted,
          collection.fullName(),
          Duration.ofSeconds(seconds.longValue()));
    }
  }

  private void fillIndexes() {
    databases
        .get()
        .flatMap(database -> database.allCollections().stream())
        .forEach(
            collection ->
                collection
                    .unfilled()
                    .forEach(
                        index -> {
                          LOG.info(
                              "filling the index {} of {}", index.getName(), collection.fullName());
                          collection.fill(index);
                        }));
  }

  private static void every(ScheduledExecutorService executor, Duration pause, Runnable work) {
    var unused =
        executor.scheduleWithFixedDelay(
            guarded(work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** One that fails is tried again the next time. */
  private static Runnable guarded(Runnable work) {
    return () -> {
      try {
        work.run();
      } catch (RuntimeException e) {
        LOG.error("The store cannot be written: {}", e.getMessage());
      }
    };
  }
}
