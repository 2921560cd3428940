package flights.predictor;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import flights.core.store.Store;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    Set<PredictionEntry> others =
        new HashSet<>(patience.whileItFails(MongoException.class, () -> answers.store(good)));
    List<PredictionEntry> settled =
        others.isEmpty()
            ? entries
            : entries.stream()
                .map(entry -> others.contains(entry) ? entry.rejected(ANSWERED_BEFORE) : entry)
                .toList();
    storeRejections(settled);
    return settled;
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
