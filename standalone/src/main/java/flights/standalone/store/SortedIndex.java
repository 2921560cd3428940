package flights.standalone.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import flights.standalone.store.query.OrderedIndex;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.h2.mvstore.MVMap;

/**
 * An index that is not unique: its keys are the values of its fields and then the place of the
 * document, so that each is there once. The server looks nothing up in it; queries do.
 */
final class SortedIndex extends Index<Object> implements OrderedIndex {

  private static final Object NOTHING = 0;

  private final MVMap<KeyValue, Object> entries;
  private final IndexState state;
  private final List<String> fields;
  private final String idField;

  SortedIndex(
      String name,
      List<IndexKey> keys,
      boolean sparse,
      MVMap<KeyValue, Object> entries,
      IndexState state,
      String idField) {
    super(name, keys, sparse);
    this.entries = entries;
    this.state = state;
    this.fields = keys.stream().map(IndexKey::getKey).toList();
    this.idField = idField;
  }

  static BitSet descending(List<IndexKey> keys) {
    BitSet descending = new BitSet();
    for (int i = 0; i < keys.size(); i++) {
      descending.set(i, !keys.get(i).isAscending());
    }
    return descending;
  }

  IndexState state() {
    return state;
  }

  @Override
  public void add(Document document, Object place, MongoCollection<Object> collection) {
    add(document, place);
  }

  void add(Document document, Object place) {
    for (KeyValue values : valuesOf(document)) {
      entries.put(key(values, place), NOTHING);
    }
  }

  @Override
  public Object remove(Document document) {
    Object id = Utils.getSubdocumentValue(document, idField);
    Object place = DocumentPlace.of(id);
    for (KeyValue values : valuesOf(document)) {
      // Files of before have ids of several fields as they are.
      if (entries.remove(key(values, place)) == null && entries.remove(key(values, id)) != null) {
        place = id;
      }
    }
    return place;
  }

  @Override
  public void updateInPlace(
      Document before, Document after, Object place, MongoCollection<Object> collection) {
    Set<KeyValue> old = valuesOf(before);
    Set<KeyValue> now = valuesOf(after);
    for (KeyValue values : old) {
      if (!now.contains(values)) {
        entries.remove(key(values, place));
      }
    }
    for (KeyValue values : now) {
      if (!old.contains(values)) {
        entries.put(key(values, place), NOTHING);
      }
    }
  }

  private Set<KeyValue> valuesOf(Document document) {
    if (isSparse() && fields.stream().noneMatch(field -> has(document, field))) {
      return Set.of();
    }
    Set<KeyValue> values = getKeyValues(document);
    state.noteArrays(values, document, fields);
    return values;
  }

  /**
   * As MongoDB has it, a document with an empty array is in the index as if it lacked the field.
   */
  @Override
  public Set<KeyValue> getKeyValues(Document document) {
    Set<KeyValue> values = super.getKeyValues(document);
    return values.isEmpty() ? super.getKeyValues(withoutEmptyArrays(document)) : values;
  }

  private Document withoutEmptyArrays(Document document) {
    Document rest = new Document();
    for (String field : fields) {
      Object value = Utils.getSubdocumentValueCollectionAware(document, field);
      if (!(value instanceof Missing || (value instanceof Collection<?> all && all.isEmpty()))) {
        Utils.changeSubdocumentValue(rest, field, value);
      }
    }
    return rest;
  }

  private static boolean has(Document document, String field) {
    return !(Utils.getSubdocumentValueCollectionAware(document, field) instanceof Missing);
  }

  @Override
  public Object getPosition(Document document) {
    return null;
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Object> collection) {}

  @Override
  public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {}

  @Override
  public boolean canHandle(Document query) {
    return false;
  }

  @Override
  public Iterable<Object> getPositions(Document query) {
    throw new UnsupportedOperationException("asked of an index that answers queries only");
  }

  @Override
  public long getCount() {
    return entries.sizeAsLong();
  }

  /** Else the server would fill it, and let everybody wait meanwhile. */
  @Override
  public boolean isEmpty() {
    return false;
  }

  @Override
  public long getDataSize() {
    return getCount();
  }

  @Override
  public void drop() {
    state.forget();
  }

  @Override
  public List<String> fields() {
    return fields;
  }

  @Override
  public boolean descending(int field) {
    return !getKeys().get(field).isAscending();
  }

  @Override
  public boolean unique() {
    return false;
  }

  @Override
  public boolean leavesOut() {
    return isSparse();
  }

  @Override
  public boolean multikey() {
    return state.multikey();
  }

  @Override
  public boolean complete() {
    return state.complete();
  }

  @Override
  public MVMap<KeyValue, Object> map() {
    return entries;
  }
}
