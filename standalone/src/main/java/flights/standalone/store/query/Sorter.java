package flights.standalone.store.query;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;

/** Puts documents in order; holds them as they are stored, and no more than are wanted. */
final class Sorter {

  private static final int OVERHEAD = 120;
  private static final int BAD_SORT = 15975;

  private final List<String> fields;
  private final boolean[] descending;
  private final FieldNames names;
  private final long wanted;
  private final Query query;
  private final Comparator<Item> order;
  private final PriorityQueue<Item> first;
  private final List<Item> all = new ArrayList<>();
  private long number;

  /**
   * A document with what it is sorted by.
   *
   * @param number keeps those in order that are equal
   */
  private record Item(StoredDocument document, List<Object> values, long number, long size) {}

  /**
   * @param wanted how many of the first; 0 for all
   */
  Sorter(Document sort, long wanted, Query query) {
    this.fields = List.copyOf(sort.keySet());
    this.descending = new boolean[fields.size()];
    for (int i = 0; i < descending.length; i++) {
      descending[i] = isDescending(fields.get(i), sort.get(fields.get(i)));
    }
    this.names = References.ofSort(sort);
    this.wanted = wanted;
    this.query = query;
    this.order = this::compare;
    this.first = wanted > 0 ? new PriorityQueue<>(order.reversed()) : null;
  }

  void add(StoredDocument document) {
    add(document, document.decode(names));
  }

  void add(Document document) {
    add(StoredDocument.of(document), document);
  }

  private void add(StoredDocument document, Document decoded) {
    List<Object> values = new ArrayList<>(descending.length);
    long size = (long) OVERHEAD + document.size();
    for (String field : fields) {
      Object value = Utils.getSubdocumentValueCollectionAware(decoded, field);
      values.add(value);
      size += HeapSize.of(value);
    }
    Item item = new Item(document, values, number++, size);
    if (first != null && first.size() >= wanted) {
      if (order.compare(item, first.peek()) >= 0) {
        return;
      }
      query.release(first.poll().size());
    }
    query.hold(size);
    (first == null ? all : first).add(item);
  }

  /** What was added, in order; each is held until it is taken. */
  Iterator<StoredDocument> sorted() {
    List<Item> items = first == null ? all : new ArrayList<>(first);
    items.sort(order);
    return new Iterator<>() {
      private int at;

      @Override
      public boolean hasNext() {
        return at < items.size();
      }

      @Override
      public StoredDocument next() {
        Item item = items.set(at++, null);
        query.release(item.size());
        return item.document();
      }
    };
  }

  private int compare(Item a, Item b) {
    for (int i = 0; i < descending.length; i++) {
      int result = compare(a.values.get(i), b.values.get(i), descending[i]);
      if (result != 0) {
        return result;
      }
    }
    return Long.compare(a.number, b.number);
  }

  private static int compare(Object a, Object b, boolean down) {
    if (a instanceof Collection || b instanceof Collection) {
      return (down ? ValueComparator.desc() : ValueComparator.asc()).compare(a, b);
    }
    int result = ValueOrder.compareValues(a, b);
    return down ? -result : result;
  }

  private static boolean isDescending(String field, Object direction) {
    if (direction instanceof Number number && Math.abs(number.doubleValue()) == 1) {
      return number.doubleValue() < 0;
    }
    throw new MongoServerError(
        BAD_SORT, "$sort key ordering must be 1 (for ascending) or -1 (for descending): " + field);
  }
}
