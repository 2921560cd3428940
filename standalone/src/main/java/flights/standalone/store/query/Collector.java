package flights.standalone.store.query;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Iterator;

/** Takes all documents before it gives any. */
interface Collector {

  void add(Document document);

  Iterator<Document> results();
}
