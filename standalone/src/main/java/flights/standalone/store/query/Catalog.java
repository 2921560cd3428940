package flights.standalone.store.query;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.DatabaseResolver;

/** Where a query finds collections. */
public interface Catalog extends DatabaseResolver {

  /** Null when there is no such collection. */
  default Source source(String database, String collection) {
    MongoDatabase found = resolve(database);
    return found == null ? null : (Source) found.resolveCollection(collection, false);
  }
}
