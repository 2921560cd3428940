package flights.web.streams;

import com.mongodb.client.model.Sorts;
import flights.core.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.bson.Document;

/** How the queries of all processes are, as they have told it in the store. */
final class ToldQueries {

  /** Each process writes there, once a second. */
  static final String COLLECTION = "stream_queries";

  static final int MOST = 1_000;

  /**
   * Those that were read.
   *
   * @param more whether there are others
   */
  record Found(List<ToldQuery> queries, boolean more) {}

  private final Supplier<Store> store;
  private final StreamFolders folders;
  private final Clock clock;
  private final Briefly<String, List<Document>> stored = new Briefly<>(Duration.ofSeconds(1));

  ToldQueries(Supplier<Store> store, StreamFolders folders, Clock clock) {
    this.store = store;
    this.folders = folders;
    this.clock = clock;
  }

  /** What needs somebody comes first. */
  Found all() {
    List<Document> documents = stored.get(COLLECTION, this::read);
    Instant now = clock.instant();
    List<ToldQuery> queries =
        documents.stream()
            .limit(MOST)
            .map(it -> ToldQuery.of(it, folders.of(String.valueOf(it.get("_id"))), now))
            .sorted(ToldQuery.WORST_FIRST)
            .toList();
    return new Found(queries, documents.size() > MOST);
  }

  /** Those of a folder. */
  List<ToldQuery> of(String stream) {
    return all().queries().stream().filter(it -> stream.equals(it.stream())).toList();
  }

  private List<Document> read() {
    return store
        .get()
        .collection(COLLECTION)
        .find()
        .sort(Sorts.ascending("_id"))
        .limit(MOST + 1)
        .into(new ArrayList<>());
  }
}
