package flights.standalone.store;

import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import flights.standalone.store.query.OrderedIndex;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;
import org.h2.mvstore.MVMap;

/** A unique index: where the document with a key is. */
final class DiskIndex extends AbstractUniqueIndex<Object> implements OrderedIndex {

  private final MVMap<KeyValue, Object> places;
  private final IndexState state;
  private final List<String> fields;
  private final boolean isOfId;

  DiskIndex(
      String name,
      List<IndexKey> keys,
      boolean sparse,
      MVMap<KeyValue, Object> places,
      IndexState state) {
    super(name, keys, sparse);
    this.places = places;
    this.state = state;
    this.fields = keys.stream().map(IndexKey::getKey).toList();
    this.isOfId = fields.equals(List.of("_id"));
  }

  @Override
  protected Object removeDocument(KeyValue key) {
    return places.remove(key);
  }

  @Override
  protected boolean putKeyPosition(KeyValue key, Object place) {
    return places.putIfAbsent(key, Missing.ofNullable(place)) == null;
  }

  @Override
  protected Iterable<Entry<KeyValue, Object>> getIterable() {
    return places.entrySet();
  }

  @Override
  protected Object getPosition(KeyValue key) {
    return places.get(key);
  }

  @Override
  public Set<KeyValue> getKeyValues(Document document) {
    Set<KeyValue> values = super.getKeyValues(document);
    if (!isOfId) {
      state.noteArrays(values, document, fields);
    }
    return values;
  }

  @Override
  public long getCount() {
    return places.sizeAsLong();
  }

  @Override
  public boolean isEmpty() {
    return places.isEmpty();
  }

  @Override
  public long getDataSize() {
    return getCount();
  }

  @Override
  public List<String> fields() {
    return fields;
  }

  /** Its file goes up, whichever way its description goes: equality is the same both ways. */
  @Override
  public boolean descending(int field) {
    return false;
  }

  @Override
  public boolean unique() {
    return true;
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
    return true;
  }

  @Override
  public MVMap<KeyValue, Object> map() {
    return places;
  }
}
