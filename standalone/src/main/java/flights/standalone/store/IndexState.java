package flights.standalone.store;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.h2.mvstore.MVMap;

/** What is known of an index and kept beside it, in the collection's notes. */
final class IndexState {

  private static final String MULTIKEY = "multikey.";
  private static final String COMPLETE = "complete.";

  private final MVMap<String, Object> notes;
  private final String name;
  private volatile boolean multikey;
  private volatile boolean complete;

  IndexState(MVMap<String, Object> notes, String name) {
    this.notes = notes;
    this.name = name;
    this.multikey = notes.containsKey(MULTIKEY + name);
    this.complete = notes.containsKey(COMPLETE + name);
  }

  boolean multikey() {
    return multikey;
  }

  boolean complete() {
    return complete;
  }

  void markComplete() {
    notes.put(COMPLETE + name, true);
    complete = true;
  }

  void forget() {
    notes.remove(MULTIKEY + name);
    notes.remove(COMPLETE + name);
    complete = false;
  }

  /** Notes whether a document has an array where the index has a field. */
  void noteArrays(Set<KeyValue> values, Document document, List<String> fields) {
    if (!multikey && (values.size() > 1 || hasArray(document, fields))) {
      notes.put(MULTIKEY + name, true);
      multikey = true;
    }
  }

  private static boolean hasArray(Document document, List<String> fields) {
    for (String field : fields) {
      if (Utils.getSubdocumentValueCollectionAware(document, field) instanceof Collection) {
        return true;
      }
    }
    return false;
  }
}
