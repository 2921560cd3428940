package flights.predictor.answer;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.BulkWriteUpsert;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import flights.core.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * The answers and rejections in the store, by id. The first answer stays: to store one again
 * changes nothing, so a request that is repeated after a crash does no harm.
 */
final class AnswerStore implements AutoCloseable {

  private static final String ANSWERED_BEFORE = "a request with this id was answered before";

  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
  private static final ReplaceOptions REPLACE = new ReplaceOptions().upsert(true);
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

  private final Store store;
  private final MongoCollection<Document> answers;
  private final MongoCollection<Document> rejections;
  private final RetryUntilAvailable retry;

  AnswerStore(AnswerTarget target) {
    this.store = Store.open(target.store());
    this.answers = store.collection(target.collection());
    this.rejections = store.collection(target.errorCollection());
    this.retry = new RetryUntilAvailable("the store at " + store.address());
  }

  /**
   * Returns when all are safe, and gives them as they are kept: with the answer of before where
   * there is one, and as rejected where their id belongs to the answer of another request.
   */
  List<ScoredRequest> put(List<ScoredRequest> scored) throws InterruptedException {
    List<ScoredRequest> good = scored.stream().filter(ScoredRequest::isGood).toList();
    Map<String, Document> before =
        retry.whileItFails(MongoException.class, () -> storedBefore(good));
    List<ScoredRequest> settled =
        before.isEmpty()
            ? scored
            : scored.stream().map(one -> settled(one, before.get(one.id()))).toList();
    storeRejections(settled);
    return settled;
  }

  @Override
  public void close() {
    store.close();
  }

  /** What is told of a request: never anything else than what was stored of it before. */
  private static ScoredRequest settled(ScoredRequest scored, Document before) {
    if (before == null || !scored.isGood()) {
      return scored;
    }
    return scored.isAnsweredBy(before) ? scored.answered(before) : scored.rejected(ANSWERED_BEFORE);
  }

  /** Stores what is not there yet; returns what was there of the others, by id. */
  private Map<String, Document> storedBefore(List<ScoredRequest> good) {
    if (good.isEmpty()) {
      return Map.of();
    }
    List<WriteModel<Document>> writes = new ArrayList<>(good.size());
    for (ScoredRequest one : good) {
      Document ifNew = new Document("$setOnInsert", one.answer());
      writes.add(new UpdateOneModel<>(eq("_id", one.id()), ifNew, UPSERT));
    }
    BulkWriteResult result = answers.bulkWrite(writes, UNORDERED);
    return result.getUpserts().size() == good.size() ? Map.of() : find(idsNotIn(result, good));
  }

  private static Set<String> idsNotIn(BulkWriteResult result, List<ScoredRequest> all) {
    Set<Integer> stored =
        result.getUpserts().stream().map(BulkWriteUpsert::getIndex).collect(Collectors.toSet());
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < all.size(); i++) {
      if (!stored.contains(i)) {
        ids.add(all.get(i).id());
      }
    }
    return ids;
  }

  private Map<String, Document> find(Set<String> ids) {
    Map<String, Document> found = new HashMap<>();
    answers.find(in("_id", ids)).forEach(answer -> found.put(answer.getString("_id"), answer));
    return found;
  }

  private void storeRejections(List<ScoredRequest> settled) throws InterruptedException {
    List<ReplaceOneModel<Document>> writes = new ArrayList<>();
    for (ScoredRequest one : settled) {
      if (!one.isGood() && one.id() != null) {
        writes.add(new ReplaceOneModel<>(eq("_id", one.id()), one.rejection(), REPLACE));
      }
    }
    if (!writes.isEmpty()) {
      var unused =
          retry.whileItFails(MongoException.class, () -> rejections.bulkWrite(writes, UNORDERED));
    }
  }
}
