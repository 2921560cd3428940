package flights.predictor;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import flights.core.kafka.Kafka;
import flights.core.store.Store;
import flights.predictor.metrics.Tally;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;

/**
 * Where predictions leave this process: into the store by upsert, so that a repeated one does not
 * double, and then to whoever listens on Kafka. One for all partitions that a process works on.
 */
final class Outlet implements LingeringBuffer.Sink {

  static final String ANSWERED_BEFORE = "a request with this id was answered before";

  private static final ConcurrentHashMap<OutletConfig, Outlet> OPEN = new ConcurrentHashMap<>();
  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

  private final Answers answers;
  private final MongoCollection<Document> rejections;
  private final Patience patience;
  private final Sender sender;
  private final Progress progress;

  private Outlet(OutletConfig config) {
    Store store = Store.open(config.mongodbUri(), config.database());
    this.answers = new Answers(store.collection(config.collection()));
    this.rejections = store.collection(config.errorCollection());
    this.patience = new Patience("the store at " + store.address());
    this.progress = Progress.of(config);
    this.sender = new Sender(new Kafka(config.kafkaServers()), config);
    progress.tellWhen(sender::hasArrived);
  }

  static Outlet of(OutletConfig config) {
    return OPEN.computeIfAbsent(config, Outlet::new);
  }

  @Override
  public void write(List<PredictionEntry> entries) throws InterruptedException {
    List<PredictionEntry> settled = stored(entries);
    settled.forEach(sender::send);
    progress.reached(settled);
    Tally.here().left(settled, PredictionEntry::isGood, PredictionEntry::timestamp);
  }

  @Override
  public void settle() {
    try {
      sender.flush();
    } catch (RuntimeException e) {
      // What is asked again is to be answered again.
      progress.forget();
      throw e;
    }
    progress.publish();
  }

  /** Whether the answer to a request has left by here before. */
  boolean hasSeen(PredictionEntry entry) {
    return progress.isPast(entry.from(), entry.offset());
  }

  /** The entries as they are now in the store. */
  private List<PredictionEntry> stored(List<PredictionEntry> entries) throws InterruptedException {
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
