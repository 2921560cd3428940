package flights.standalone.store.query;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVMap;

/** A collection as a query sees it. */
public interface Source {

  /** With its database. */
  String fullName();

  MVMap<Object, StoredDocument> documents();

  default long documentCount() {
    return documents().sizeAsLong();
  }

  List<OrderedIndex> indexes();

  /** The place of the document with an id; null when there is none. */
  Object placeOf(Object id);

  /** What a projection of {@code find} leaves of documents. */
  List<Document> project(List<Document> documents, Document projection);
}
