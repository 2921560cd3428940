package flights.web.uploads;

import com.mongodb.MongoException;
import flights.core.store.Store;
import flights.core.text.Count;
import flights.web.background.Trouble;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes uploads that have been kept long enough, and those that never became whole. */
public final class OldUploads implements Runnable {

  public static final Duration EVERY = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(OldUploads.class);

  private final Uploads uploads;
  private final Supplier<Store> store;
  private final Duration keep;
  private final Trouble trouble = new Trouble();

  /**
   * @param keep zero for ever
   */
  public OldUploads(Uploads uploads, Supplier<Store> store, Duration keep) {
    this.uploads = uploads;
    this.store = store;
    this.keep = keep;
  }

  @Override
  public void run() {
    if (!uploads.canWrite()) {
      return;
    }
    try {
      uploads.removeLeftOvers();
      if (!keep.isZero()) {
        removeOld();
      }
      trouble.isOver();
    } catch (IOException e) {
      trouble.is("old uploads are not removed: " + e.getMessage());
    } catch (MongoException | IllegalArgumentException e) {
      // Without the jobs nobody knows which files are needed; that the store is away is told
      // elsewhere.
      LOG.debug("old uploads are not removed", e);
    }
  }

  private void removeOld() throws IOException {
    KeptUploads kept = new KeptUploads(uploads, store.get());
    int removed = 0;
    for (KeptUploads.KeptUpload each : kept.olderThan(keep, Instant.now())) {
      removed += kept.remove(each) ? 1 : 0;
    }
    if (removed > 0) {
      LOG.info("removed {} (FLIGHTS_KEEP)", Count.of(removed, "old upload"));
    }
  }
}
