package flights.standalone.store.query;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import flights.standalone.store.query.OrderedIndex.Interval;
import flights.standalone.store.query.ValueOrder.Edge;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;

/**
 * The values that a field has in an index, and how often each: found by jumping from one to the
 * next, without looking at all keys.
 */
final class IndexRuns {

  private final Source source;
  private final Plan plan;
  private final String field;
  private final int part;

  private IndexRuns(Source source, Plan plan, String field) {
    this.source = source;
    this.plan = plan;
    this.field = field;
    this.part = plan.index().fields().indexOf(field);
  }

  /** Null when no index has all that is asked for, in the order of the field. */
  static IndexRuns of(Source source, Document filter, String field) {
    Plan plan = Planner.plan(source, filter, new Document(field, 1), true, null);
    boolean usable =
        plan.index() != null
            && plan.exact()
            && plan.sorted()
            && plan.intervals().size() == 1
            && !plan.index().leavesOut();
    return usable ? new IndexRuns(source, plan, field) : null;
  }

  String indexName() {
    return plan.index().getName();
  }

  /** Whether documents have no value, or null: the index does not tell which. */
  boolean hasNulls() {
    List<Object> first = new ArrayList<>();
    for (int i = 0; i < part; i++) {
      first.add(plan.intervals().get(0).low().get(i));
    }
    OrderedIndex index = plan.index();
    return index.count(index.interval(first, Edge.startOfType(null), Edge.endOfType(null))) > 0;
  }

  /** Gives each value as it is stored, null when there is none, and how many documents have it. */
  void forEach(Query query, ObjLongConsumer<Object> run) {
    OrderedIndex index = plan.index();
    Interval left = plan.intervals().get(0);
    while (true) {
      query.look();
      KeyValue first = index.map().higherKey(left.low());
      if (first == null || index.map().getKeyType().compare(first, left.high()) >= 0) {
        return;
      }
      query.countKey();
      KeyValue behind = behind(first);
      run.accept(
          stored(first), index.count(new Interval(left.low(), earlier(behind, left.high()))));
      left = new Interval(behind, left.high());
    }
  }

  private KeyValue earlier(KeyValue a, KeyValue b) {
    return plan.index().map().getKeyType().compare(a, b) < 0 ? a : b;
  }

  private KeyValue behind(KeyValue first) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < part; i++) {
      values.add(first.get(i));
    }
    Object value = first.get(part);
    values.add(plan.index().descending(part) ? Edge.before(value) : Edge.after(value));
    return plan.index().place(values, Edge.HIGHEST);
  }

  /** An index has all numbers in one form. */
  private Object stored(KeyValue key) {
    Object value = key.get(part);
    if (value instanceof Number) {
      StoredDocument document = source.documents().get(plan.index().place(key, source(key)));
      if (document != null) {
        Object found =
            Utils.getSubdocumentValue(document.decode(FieldNames.of(List.of(field))), field);
        return found instanceof Number ? found : value;
      }
    }
    return value instanceof Missing ? null : value;
  }

  private Object source(KeyValue key) {
    return plan.index().unique() ? plan.index().map().get(key) : null;
  }
}
