package flights.web.answers;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.FindIterable;
import flights.core.store.Store;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The answers that are in the store. */
public final class StoredAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(StoredAnswers.class);
  private static final long PATIENCE_MILLIS = 2_000;

  private final Supplier<Store> store;
  private final AnswerSource source;

  public StoredAnswers(Supplier<Store> store, AnswerSource source) {
    this.store = store;
    this.source = source;
  }

  /** Those that are there, by id; throws MongoException when the store cannot say. */
  public Map<String, Answer> find(Collection<String> ids) {
    Map<String, Answer> answers = new HashMap<>();
    for (Document found : documents(source.collection(), ids)) {
      answers.put(found.getString("_id"), predicted(found));
    }
    if (answers.size() < ids.size()) {
      for (Document found : documents(source.errorCollection(), ids)) {
        answers.putIfAbsent(found.getString("_id"), rejected(found));
      }
    }
    return answers;
  }

  private FindIterable<Document> documents(String collection, Collection<String> ids) {
    return store
        .get()
        .collection(collection)
        .withTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
        .find(in("_id", ids));
  }

  private Answer predicted(Document found) {
    String id = found.getString("_id");
    try {
      return source.stored(found);
    } catch (IllegalArgumentException e) {
      LOG.warn("the stored prediction {} cannot be read: {}", id, e.getMessage());
      return Answer.rejected(id, "its prediction is stored, but cannot be read");
    }
  }

  private static Answer rejected(Document found) {
    return Answer.rejected(found.getString("_id"), String.valueOf(found.get("Reason")));
  }
}
