package flights.web.streams;

import com.mongodb.MongoException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import flights.core.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that the newest results of a collection can be found without looking at the others.
 * Where that is not so yet, nothing is looked for.
 */
final class ResultIndexes implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(ResultIndexes.class);

  /** Whether a collection can be asked. */
  enum State {
    ABSENT,
    INDEXING,
    REFUSED,
    READY
  }

  private final Supplier<Store> store;
  private final StreamFolders folders;
  private final Map<ResultPage, State> states = new ConcurrentHashMap<>();

  ResultIndexes(Supplier<Store> store, StreamFolders folders) {
    this.store = store;
    this.folders = folders;
  }

  State of(ResultPage page) {
    return states.getOrDefault(page, State.ABSENT);
  }

  /** To be called every few seconds: collections come and go. */
  @Override
  public void run() {
    List<ResultPage> pages = folders.names().stream().flatMap(it -> page(it).stream()).toList();
    states.keySet().retainAll(Set.copyOf(pages));
    try {
      pages.forEach(this::ensure);
    } catch (MongoException e) {
      LOG.debug("the store does not tell its indexes", e);
    }
  }

  /** Nothing for one that cannot be used, as its page says. */
  private Optional<ResultPage> page(String name) {
    try {
      return folders.page(name).filter(it -> it.collection() != null);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void ensure(ResultPage page) {
    MongoCollection<Document> results = store.get().collection(page.collection());
    List<List<String>> present = new ArrayList<>();
    results
        .listIndexes()
        .forEach(it -> present.add(List.copyOf(it.get("key", Document.class).keySet())));
    List<List<String>> missing = wanted(page).stream().filter(it -> !present.contains(it)).toList();
    if (present.isEmpty()) {
      // An index would make the collection, also for those who never run the stream.
      states.put(page, State.ABSENT);
    } else if (missing.isEmpty()) {
      states.put(page, State.READY);
    } else if (states.get(page) != State.REFUSED) {
      states.put(page, State.INDEXING);
      states.put(page, create(results, missing));
    }
  }

  private static State create(MongoCollection<Document> results, List<List<String>> missing) {
    try {
      missing.forEach(columns -> results.createIndex(Indexes.ascending(columns)));
      return State.READY;
    } catch (MongoTimeoutException | MongoSocketException e) {
      throw e;
    } catch (MongoException e) {
      LOG.warn(
          "the newest of {} cannot be shown, since the store makes no index of {}: {}",
          results.getNamespace().getCollectionName(),
          missing,
          e.getMessage());
      return State.REFUSED;
    }
  }

  private static List<List<String>> wanted(ResultPage page) {
    List<List<String>> wanted = new ArrayList<>(List.of(List.of(page.newest())));
    if (page.verdict() != null) {
      wanted.add(List.of(page.verdict().column(), page.newest()));
    }
    return wanted;
  }
}
