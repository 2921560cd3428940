package flights.standalone.store.query;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import flights.standalone.store.query.ValueOrder.Edge;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.h2.mvstore.MVMap;

/**
 * An index as a query sees it: the values of some fields in order, each with its document's place.
 */
public interface OrderedIndex {

  String getName();

  List<String> fields();

  /** Whether the index goes down by its field of this number. */
  boolean descending(int field);

  /**
   * Whether the place of a document stands in the map's value; else it is the last part of the key.
   */
  boolean unique();

  /** Whether documents that have none of the fields are left out. */
  boolean leavesOut();

  /** Whether some document has several keys, because a field is an array. */
  boolean multikey();

  /** Whether all documents are in it already. */
  boolean complete();

  MVMap<KeyValue, Object> map();

  /** All keys of a document, without its place. */
  Set<KeyValue> getKeyValues(Document document);

  default int parts() {
    return fields().size() + (unique() ? 0 : 1);
  }

  /** The key of a document in the map. */
  default KeyValue key(KeyValue values, Object place) {
    return unique() ? values : new KeyValue(with(values.stream().toList(), place));
  }

  default Object place(KeyValue key, Object value) {
    return unique() ? value : key.get(key.size() - 1);
  }

  /** How many keys there are from one place to another. */
  default long count(Interval interval) {
    return Math.max(0, rank(interval.high()) - rank(interval.low()));
  }

  /** How many keys are below a place. */
  private long rank(KeyValue place) {
    long index = map().getKeyIndex(place);
    return index < 0 ? -index - 1 : index;
  }

  /** A place in the index: some of the first parts, and then below or above all that begins so. */
  default KeyValue place(List<Object> first, Edge rest) {
    List<Object> values = new ArrayList<>(first);
    while (values.size() < parts()) {
      values.add(rest);
    }
    return new KeyValue(values);
  }

  /** Where a field of an index that goes down begins or ends is turned round. */
  default Interval interval(List<Object> first, Edge low, Edge high) {
    boolean turned = first.size() < fields().size() && descending(first.size());
    return new Interval(
        place(with(first, turned ? high : low), Edge.LOWEST),
        place(with(first, turned ? low : high), Edge.HIGHEST));
  }

  private static List<Object> with(List<Object> first, Object next) {
    List<Object> values = new ArrayList<>(first);
    values.add(next);
    return values;
  }

  /** From one place of an index to another; no key is equal to either. */
  record Interval(KeyValue low, KeyValue high) {}
}
