package flights.standalone;

import flights.core.store.Store;
import java.util.UUID;

/**
 * The store that contract tests run against: the MongoDB at FLIGHTS_TEST_MONGODB_URI, or else an
 * embedded one; in a database of its own, gone afterwards.
 */
final class StoreUnderTest implements AutoCloseable {

  private final EmbeddedStore embedded;
  private final Store store;

  StoreUnderTest() {
    String given = System.getenv("FLIGHTS_TEST_MONGODB_URI");
    embedded = given == null ? EmbeddedStore.inMemory(0) : null;
    store = Store.open(given == null ? embedded.uri() : given, "test-" + UUID.randomUUID());
  }

  Store store() {
    return store;
  }

  @Override
  public void close() {
    store.database().drop();
    store.close();
    if (embedded != null) {
      embedded.close();
    }
  }
}
