package flights.standalone.store.query;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CursorNotFoundException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The queries whose clients have not taken all documents yet. There are never more than so many,
 * and none is kept that nobody has asked for so long: the one that was used the longest ago goes.
 */
public final class Cursors {

  private static final int MOST = 1_000;
  private static final long IDLE_NANOS = Duration.ofMinutes(10).toNanos();

  /** A cursor that holds memory may be closed for another query when it has rested so long. */
  private static final long RESTING_NANOS = Duration.ofSeconds(5).toNanos();

  private static final int USUAL_FIRST_BATCH = 101;
  private static final long LARGEST_BATCH = 4 << 20;

  private final Map<Long, Cursor> open = new ConcurrentHashMap<>();

  /** Documents that are still to be taken. */
  static final class Cursor {

    private final long id = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    private final String namespace;
    private final Iterator<Document> documents;
    private final Query query;
    private volatile long used = System.nanoTime();

    Cursor(String namespace, Iterator<Document> documents, Query query) {
      this.namespace = namespace;
      this.documents = documents;
      this.query = query;
    }

    Query query() {
      return query;
    }

    private List<Document> batch(long most) {
      List<Document> batch = new ArrayList<>();
      for (long size = 0; batch.size() < most && size < LARGEST_BATCH && documents.hasNext(); ) {
        Document document = documents.next();
        size += HeapSize.of(document);
        batch.add(document);
      }
      return batch;
    }
  }

  /** The answer of a query that begins. */
  Document first(Cursor cursor, Document options, boolean single) {
    long most =
        options.containsKey("batchSize") ? Reads.number(options, "batchSize") : USUAL_FIRST_BATCH;
    return answer(cursor, "firstBatch", Math.max(0, most), single);
  }

  /** The answer of one that goes on. */
  Document next(Cursor cursor, long batchSize) {
    return answer(cursor, "nextBatch", batchSize > 0 ? batchSize : Long.MAX_VALUE, false);
  }

  /** Takes a cursor out, so that nobody else uses it meanwhile. */
  Cursor take(long id) {
    Cursor cursor = open.remove(id);
    if (cursor == null) {
      throw new CursorNotFoundException(id);
    }
    return cursor;
  }

  /** False when there is no such cursor. */
  boolean close(long id) {
    Cursor cursor = open.remove(id);
    if (cursor != null) {
      cursor.query.close();
    }
    return cursor != null;
  }

  /** Closes those that have not been used for too long. */
  public void expire() {
    long now = System.nanoTime();
    open.values().stream()
        .filter(cursor -> now - cursor.used > IDLE_NANOS)
        .map(cursor -> cursor.id)
        .toList()
        .forEach(this::close);
  }

  /** Closes the one that has been unused the longest of those that hold memory; false for none. */
  boolean makeRoom() {
    long now = System.nanoTime();
    return open.values().stream()
        .filter(cursor -> !cursor.query.holdsNothing() && now - cursor.used > RESTING_NANOS)
        .min(Comparator.comparingLong(cursor -> cursor.used))
        .map(cursor -> close(cursor.id))
        .orElse(false);
  }

  private Document answer(Cursor cursor, String name, long most, boolean single) {
    boolean kept = false;
    try {
      List<Document> batch = cursor.batch(most);
      kept = !single && (most == 0 || cursor.documents.hasNext());
      cursor.query.pause();
      if (kept) {
        keep(cursor);
      }
      return new Document(
              "cursor",
              new Document(name, batch)
                  .append("id", kept ? cursor.id : 0L)
                  .append("ns", cursor.namespace))
          .append("ok", 1.0);
    } finally {
      if (!kept) {
        cursor.query.close();
      }
    }
  }

  private void keep(Cursor cursor) {
    cursor.used = System.nanoTime();
    open.put(cursor.id, cursor);
    while (open.size() > MOST) {
      open.values().stream()
          .min(Comparator.comparingLong(one -> one.used))
          .ifPresent(oldest -> close(oldest.id));
    }
  }
}
