package flights.predictor;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import flights.core.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** The store: answers and rejections by id, so that a repeated one does not double. */
final class StoreDepot implements Depot {

  static final String ANSWERED_BEFORE = "a request with this id was answered before";

  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

  private final Answers answers;
  private final MongoCollection<Document> rejections;
  private final Patience patience;

  StoreDepot(OutletConfig config) {
    Store store = Store.open(config.store());
    this.answers = new Answers(store.collection(config.collection()));
    this.rejections = store.collection(config.errorCollection());
    this.patience = new Patience("the store at " + store.address());
  }

  @Override
  public List<PredictionEntry> put(List<PredictionEntry> entries) throws InterruptedException {
    List<PredictionEntry> good = entries.stream().filter(PredictionEntry::isGood).toList();
    Map<PredictionEntry, Document> before =
        patience.whileItFails(MongoException.class, () -> answers.store(good));
    List<PredictionEntry> settled =
        before.isEmpty()
            ? entries
            : entries.stream().map(entry -> settled(entry, before.get(entry))).toList();
    storeRejections(settled);
    return settled;
  }

  /** What is told of an entry: never anything else than what was stored of it before. */
  private static PredictionEntry settled(PredictionEntry entry, Document before) {
    if (before == null) {
      return entry;
    }
    return entry.source().equals(before.get(PredictionEntry.SOURCE))
        ? entry.answered(before)
        : entry.rejected(ANSWERED_BEFORE);
  }

  private void storeRejections(List<PredictionEntry> entries) throws InterruptedException {
    List<ReplaceOneModel<Document>> writes = new ArrayList<>();
    for (PredictionEntry entry : entries) {
      if (!entry.isGood() && entry.id() != null) {
        writes.add(new ReplaceOneModel<>(eq("_id", entry.id()), entry.rejection(), UPSERT));
      }
    }
    if (!writes.isEmpty()) {
      var unused =
          patience.whileItFails(
              MongoException.class, () -> rejections.bulkWrite(writes, UNORDERED));
    }
  }
}
