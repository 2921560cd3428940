package flights.sql.query;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import flights.core.store.Documents;
import flights.core.store.Store;
import java.util.List;
import java.util.stream.StreamSupport;
import org.bson.Document;

/** How the queries of all processes are, in the store: a document for each, by its name. */
public final class QueryStates {

  static final String COLLECTION = "stream_queries";

  private final MongoCollection<Document> states;

  public QueryStates(Store store) {
    this.states = store.collection(COLLECTION);
  }

  void put(QueryState state) {
    Document document = Documents.of(state).append("_id", state.name());
    states.replaceOne(eq("_id", state.name()), document, new ReplaceOptions().upsert(true));
  }

  /** By their names. */
  public List<QueryState> all() {
    return StreamSupport.stream(states.find().sort(Sorts.ascending("_id")).spliterator(), false)
        .map(found -> Documents.to(QueryState.class, found))
        .toList();
  }

  public void forget(String name) {
    states.deleteOne(eq("_id", name));
  }
}
