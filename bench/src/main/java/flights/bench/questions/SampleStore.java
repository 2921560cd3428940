package flights.bench.questions;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
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

  public static final String PREDICTIONS = "predictions";
  static final String CARRIERS = "carriers";

  private static final int AT_ONCE = 1_000;
  private static final int WRITERS = 2;
  private static final int DUPLICATE = 11_000;
  private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

  private SampleStore() {}

  /** Goes on where an earlier filling has ended; returns how many it has added. */
  public static long fill(MongoDatabase database, int documents)
      throws InterruptedException, ExecutionException {
    MongoCollection<Document> carriers = database.getCollection(CARRIERS);
    carriers.drop();
    carriers.insertMany(
        SampleNames.CARRIERS.entrySet().stream()
            .map(it -> new Document("_id", it.getKey()).append("Name", it.getValue()))
            .map(it -> it.append("Carrier", it.get("_id")))
            .toList());
    MongoCollection<RawBsonDocument> predictions =
        database.getCollection(PREDICTIONS, RawBsonDocument.class);
    // What was being written when it ended may be there or not.
    long before = predictions.estimatedDocumentCount();
    long safe = before - WRITERS * AT_ONCE;
    AtomicInteger next = new AtomicInteger((int) Math.max(0, safe));
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
