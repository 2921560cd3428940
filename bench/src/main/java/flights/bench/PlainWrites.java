package flights.bench;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import flights.core.contract.RequestId;
import flights.core.store.Store;
import flights.flight.FlightCollections;
import java.util.stream.Stream;
import org.bson.Document;

/** How many documents a second the store takes from a program that does nothing else. */
final class PlainWrites {

  private static final String SCRATCH = "bench_upserts";
  private static final int AT_ONCE = 1_000;
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

  private PlainWrites() {}

  /** Of copies of a real answer, so that they are as large as the answers. */
  static double aSecond(Store store, int writes) {
    Document answer = store.collection(FlightCollections.RESPONSES).find().first();
    if (answer == null) {
      throw new IllegalArgumentException("there is no stored answer to measure plain writes with");
    }
    MongoCollection<Document> scratch = store.collection(SCRATCH);
    long start = System.nanoTime();
    try {
      for (int done = 0; done < writes; done += AT_ONCE) {
        scratch.bulkWrite(
            Stream.generate(() -> upsertOf(answer))
                .limit(Math.min(AT_ONCE, writes - done))
                .toList(),
            UNORDERED);
      }
      return writes / ((System.nanoTime() - start) / 1e9);
    } finally {
      scratch.drop();
    }
  }

  private static UpdateOneModel<Document> upsertOf(Document answer) {
    Document copy = new Document(answer);
    copy.remove("_id");
    return new UpdateOneModel<>(
        eq("_id", RequestId.next()), new Document("$setOnInsert", copy), UPSERT);
  }
}
