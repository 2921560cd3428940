package flights.standalone.store;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import flights.standalone.store.query.StoredDocument;

/** The key under which a document is in its collection's map. */
final class DocumentPlace {

  private DocumentPlace() {}

  /**
   * The id itself; but for an id of several fields its bytes. The map would compare two of those as
   * serialized Java objects, and these differ for equal ones, by how they were made.
   */
  static Object of(Object id) {
    return id instanceof Document fields ? new BinData(StoredDocument.of(fields).bson()) : id;
  }
}
