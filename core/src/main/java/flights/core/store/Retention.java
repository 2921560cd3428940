package flights.core.store;

import com.mongodb.MongoException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import flights.core.process.Daemon;
import flights.core.settings.Settings;
import flights.core.text.Count;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long the store keeps what grows with use: an index for each collection lets it delete
 * documents by the date in one of their fields. Documents without that field stay.
 */
public final class Retention {

  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private static final Duration TRY_AGAIN_AFTER = Duration.ofMinutes(1);
  private static final String EXPIRES = "expireAfterSeconds";

  private Retention() {}

  /**
   * Sees to it in the background: an index on a full collection takes its time.
   *
   * @param dates for each collection the field with the date
   */
  public static void begin(Settings settings, Map<String, String> dates) {
    Daemon.start("retention", () -> untilDone(settings, dates));
  }

  private static void untilDone(Settings settings, Map<String, String> dates)
      throws InterruptedException {
    try (Store store = Store.open(settings)) {
      while (!done(store, dates, settings.keep())) {
        Thread.sleep(TRY_AGAIN_AFTER.toMillis());
      }
    }
  }

  /** False while the store is away. */
  private static boolean done(Store store, Map<String, String> dates, Duration keep) {
    try {
      boolean changed = false;
      for (Map.Entry<String, String> date : dates.entrySet()) {
        changed |= ensure(store.database(), date.getKey(), date.getValue(), keep);
      }
      if (changed) {
        LOG.info(
            "kept {} in the store (FLIGHTS_KEEP): {}",
            words(keep),
            String.join(", ", dates.keySet()));
      }
      return true;
    } catch (MongoTimeoutException | MongoSocketException e) {
      LOG.debug("the store is away", e);
      return false;
    } catch (MongoException | IllegalArgumentException e) {
      LOG.warn(
          "the store does not take how long things are kept (FLIGHTS_KEEP): {}", e.getMessage());
      return true;
    }
  }

  /** Returns whether something had to be changed. */
  static boolean ensure(
      MongoDatabase database, String collection, String dateField, Duration keep) {
    MongoCollection<Document> documents = database.getCollection(collection);
    Optional<Document> index = index(documents, dateField);
    Optional<Long> present = index.map(Retention::seconds);
    if (keep.isZero()) {
      present.ifPresent(seconds -> documents.dropIndex(index.get().getString("name")));
      return present.isPresent();
    }
    long wanted = keep.toSeconds();
    if (index.isEmpty()) {
      documents.createIndex(
          Indexes.ascending(dateField), new IndexOptions().expireAfter(wanted, TimeUnit.SECONDS));
    } else if (!present.equals(Optional.of(wanted))) {
      database.runCommand(
          new Document("collMod", collection)
              .append(
                  "index",
                  new Document("keyPattern", new Document(dateField, 1)).append(EXPIRES, wanted)));
    } else {
      return false;
    }
    return true;
  }

  private static Optional<Document> index(MongoCollection<Document> documents, String dateField) {
    for (Document index : documents.listIndexes()) {
      if (index.get("key", Document.class).keySet().equals(Set.of(dateField))) {
        return Optional.of(index);
      }
    }
    return Optional.empty();
  }

  /** Null when the index deletes nothing. */
  private static Long seconds(Document index) {
    return index.get(EXPIRES) instanceof Number number ? (Long) number.longValue() : null;
  }

  /** 30 days, 12 hours, 90 minutes, for ever. */
  public static String words(Duration keep) {
    if (keep.isZero()) {
      return "for ever";
    }
    if (keep.equals(Duration.ofDays(keep.toDays()))) {
      return Count.of(keep.toDays(), "day");
    }
    return keep.equals(Duration.ofHours(keep.toHours()))
        ? Count.of(keep.toHours(), "hour")
        : Count.of(keep.toMinutes(), "minute");
  }
}
