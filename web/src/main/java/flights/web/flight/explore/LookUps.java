package flights.web.flight.explore;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.exclude;

import com.mongodb.MongoException;
import com.mongodb.client.FindIterable;
import flights.core.store.Documents;
import flights.core.store.Store;
import flights.web.errors.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.Document;

/**
 * Reads what {@code ./flights import} has written, by id. Throws {@link Problem} when the store is
 * away.
 */
public final class LookUps {

  private static final long PATIENCE_SECONDS = 3;

  private final Supplier<Store> store;

  public LookUps(Supplier<Store> store) {
    this.store = store;
  }

  <T> Optional<T> one(String collection, String id, Class<T> type) {
    return read(collection, found -> found.filter(eq("_id", id)), type).stream().findFirst();
  }

  <T> List<T> some(String collection, Collection<String> ids, Class<T> type) {
    return read(collection, found -> found.filter(in("_id", ids)), type);
  }

  /** Everything; only for collections that are small. */
  <T> List<T> all(String collection, Class<T> type, String... without) {
    return read(collection, found -> found.projection(exclude(without)), type);
  }

  private <T> List<T> read(String collection, Query query, Class<T> type) {
    try {
      List<T> read = new ArrayList<>();
      query
          .of(
              store
                  .get()
                  .collection(collection)
                  .withTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                  .find())
          .forEach(found -> read.add(Documents.to(type, found)));
      return read;
    } catch (MongoException e) {
      throw Problem.unavailable("The store does not answer; please try again in a moment.");
    }
  }

  private interface Query {
    FindIterable<Document> of(FindIterable<Document> all);
  }
}
