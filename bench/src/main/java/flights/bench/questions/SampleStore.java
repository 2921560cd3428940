package flights.bench.questions;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import flights.flight.FlightCollections;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;

/** The collections that the questions are about. */
public final class SampleStore {

  /** Where a service has them too, so that it can be asked the same. */
  public static final String PREDICTIONS = FlightCollections.RESPONSES;

  static final String CARRIERS = "carriers";

  private static final int AT_ONCE = 1_000;
  private static final int WRITERS = 2;

  /** More than can be under way, and than a service adds by itself. */
  private static final int UNSURE = 20 * AT_ONCE;

  private static final int TELL_EVERY = 1_000_000;
  private static final int DUPLICATE = 11_000;
  private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

  private SampleStore() {}

  /** Predictions, and the carriers that questions look up; as {@link #fillPredictions}. */
  public static long fill(MongoDatabase database, int documents)
      throws InterruptedException, ExecutionException {
    MongoCollection<Document> carriers = database.getCollection(CARRIERS);
    carriers.drop();
    carriers.insertMany(
        SampleNames.CARRIERS.entrySet().stream()
            .map(it -> new Document("_id", it.getKey()).append("Name", it.getValue()))
            .map(it -> it.append("Carrier", it.get("_id")))
            .toList());
    return fillPredictions(database, documents);
  }

  /** Goes on where an earlier filling has ended; returns how many it has added. */
  public static long fillPredictions(MongoDatabase database, int documents)
      throws InterruptedException, ExecutionException {
    MongoCollection<RawBsonDocument> predictions =
        database.getCollection(PREDICTIONS, RawBsonDocument.class);
    // What was being written when it ended may be there or not.
    long before = predictions.estimatedDocumentCount();
    long safe = Math.max(0, before - UNSURE) / AT_ONCE * AT_ONCE;
    AtomicInteger next = new AtomicInteger((int) safe);
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    try {
      for (Future<?> writer :
          Stream.generate(() -> writers.submit(() -> write(predictions, next, documents)))
              .limit(WRITERS)
              .toList()) {
        writer.get();
      }
    } finally {
      writers.shutdownNow();
    }
    return predictions.estimatedDocumentCount() - before;
  }

  private static void write(
      MongoCollection<RawBsonDocument> predictions, AtomicInteger next, int documents) {
    DocumentCodec codec = new DocumentCodec();
    for (int from = next.getAndAdd(AT_ONCE); from < documents; from = next.getAndAdd(AT_ONCE)) {
      if (from > 0 && from % TELL_EVERY == 0) {
        System.out.printf("  %,d%n", from);
      }
      try {
        predictions.insertMany(
            IntStream.range(from, Math.min(from + AT_ONCE, documents))
                .mapToObj(index -> new RawBsonDocument(SamplePredictions.document(index), codec))
                .toList(),
            UNORDERED);
      } catch (MongoBulkWriteException e) {
        if (e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE)) {
          throw e;
        }
      }
    }
  }
}
