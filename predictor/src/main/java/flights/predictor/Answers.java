package flights.predictor;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.BulkWriteUpsert;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * The answers in the store, one for each id: the first. Storing one again changes nothing, so a
 * request that is repeated after a crash does no harm.
 */
final class Answers {

  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

  private final MongoCollection<Document> collection;

  Answers(MongoCollection<Document> collection) {
    this.collection = collection;
  }

  /**
   * Stores what is not there yet; returns the other entries, whose ids have an answer already, with
   * that answer.
   */
  Map<PredictionEntry, Document> store(List<PredictionEntry> entries) {
    if (entries.isEmpty()) {
      return Map.of();
    }
    List<WriteModel<Document>> writes = new ArrayList<>(entries.size());
    for (PredictionEntry entry : entries) {
      Document ifNew = new Document("$setOnInsert", entry.answer());
      writes.add(new UpdateOneModel<>(eq("_id", entry.id()), ifNew, UPSERT));
    }
    BulkWriteResult result = collection.bulkWrite(writes, UNORDERED);
    return result.getUpserts().size() == entries.size() ? Map.of() : stored(notIn(result, entries));
  }

  /** The requests that the stored answers with these ids belong to. */
  Map<String, String> sources(Collection<String> ids) {
    Map<String, String> sources = new HashMap<>();
    collection
        .find(in("_id", ids))
        .projection(include(PredictionEntry.SOURCE))
        .forEach(
            found ->
                sources.put(found.getString("_id"), found.get(PredictionEntry.SOURCE, "another")));
    return sources;
  }

  private static List<PredictionEntry> notIn(BulkWriteResult result, List<PredictionEntry> all) {
    Set<Integer> stored =
        result.getUpserts().stream().map(BulkWriteUpsert::getIndex).collect(Collectors.toSet());
    List<PredictionEntry> rest = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (!stored.contains(i)) {
        rest.add(all.get(i));
      }
    }
    return rest;
  }

  private Map<PredictionEntry, Document> stored(List<PredictionEntry> entries) {
    Map<String, Document> byId = new HashMap<>();
    collection
        .find(in("_id", entries.stream().map(PredictionEntry::id).distinct().toList()))
        .forEach(found -> byId.put(found.getString("_id"), found));
    Map<PredictionEntry, Document> stored = new HashMap<>();
    for (PredictionEntry entry : entries) {
      if (byId.containsKey(entry.id())) {
        stored.put(entry, byId.get(entry.id()));
      }
    }
    return stored;
  }
}
