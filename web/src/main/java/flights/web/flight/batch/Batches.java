package flights.web.flight.batch;

import static com.mongodb.client.model.Filters.eq;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import flights.core.store.Documents;
import flights.core.store.Store;
import flights.flight.FlightCollections;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;

/** The uploaded files in the store: what was asked, in chunks. */
final class Batches {

  static final int CHUNK = 500;

  private final Supplier<Store> store;

  Batches(Supplier<Store> store) {
    this.store = store;
  }

  void put(Batch batch) {
    batches()
        .replaceOne(eq("_id", batch.id()), Documents.of(batch), new ReplaceOptions().upsert(true));
  }

  Optional<Batch> find(String id) {
    return Optional.ofNullable(batches().find(eq("_id", id)).first())
        .map(found -> Documents.to(Batch.class, found));
  }

  void putChunk(String batch, int number, List<AskedRow> rows) {
    rows()
        .insertOne(
            Documents.of(new Chunk(Instant.now(), rows)).append("_id", chunkId(batch, number)));
  }

  /** Empty when that chunk was never sent. */
  List<AskedRow> chunk(String batch, int number) {
    return Optional.ofNullable(rows().find(eq("_id", chunkId(batch, number))).first())
        .map(found -> Documents.to(Chunk.class, found).rows())
        .orElse(List.of());
  }

  private MongoCollection<Document> batches() {
    return store.get().collection(FlightCollections.PREDICTION_BATCHES);
  }

  private MongoCollection<Document> rows() {
    return store.get().collection(FlightCollections.PREDICTION_BATCH_ROWS);
  }

  private static String chunkId(String batch, int number) {
    return batch + "/" + number;
  }

  @JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
  private record Chunk(Instant at, List<AskedRow> rows) {}
}
