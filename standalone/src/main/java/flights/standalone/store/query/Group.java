package flights.standalone.store.query;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** {@code $group}: one document for each key, with what the accumulators made. */
final class Group implements Collector {

  private static final int NO_ID = 15955;
  private static final int OVERHEAD = 100;
  private static final int OVERHEAD_OF_FIELD = 56;

  private final Function<Document, Object> key;
  private final List<GroupField> fields;
  private final Query query;
  private final Map<Object, Accumulator[]> groups = new TreeMap<>(ValueOrder::compare);

  /**
   * Groups by what is made of each document.
   *
   * @param asked the accumulators; its {@code _id} is not looked at
   */
  Group(Function<Document, Object> key, Document asked, Query query) {
    this.key = key;
    this.fields = GroupField.of(asked);
    this.query = query;
  }

  static Stage stage(Document asked) {
    if (!asked.containsKey("_id")) {
      throw new MongoServerError(NO_ID, "a group specification must include an _id");
    }
    Object id = asked.get("_id");
    return stage(document -> Computed.value(id, document), asked);
  }

  static Stage stage(Function<Document, Object> key, Document asked) {
    // What makes no sense is refused before anything is read.
    GroupField.of(asked);
    return new Stage.Gather(query -> new Group(key, asked, query));
  }

  @Override
  public void add(Document document) {
    Accumulator[] accumulators = group(key.apply(document));
    for (int i = 0; i < accumulators.length; i++) {
      Object value = fields.get(i).value(document);
      if (!fields.get(i).skips(value)) {
        accumulators[i].add(value, query);
      }
    }
  }

  private Accumulator[] group(Object key) {
    Object orNull = key instanceof Missing ? null : key;
    Accumulator[] group = groups.get(orNull);
    if (group == null) {
      query.hold(OVERHEAD + HeapSize.of(orNull) + (long) OVERHEAD_OF_FIELD * fields.size());
      group = fields.stream().map(GroupField::accumulator).toArray(Accumulator[]::new);
      groups.put(orNull, group);
    }
    return group;
  }

  @Override
  public Iterator<Document> results() {
    return groups.entrySet().stream().map(this::result).iterator();
  }

  private Document result(Map.Entry<Object, Accumulator[]> group) {
    Document result = new Document("_id", group.getKey());
    for (int i = 0; i < fields.size(); i++) {
      result.put(fields.get(i).name(), group.getValue()[i].result());
    }
    return result;
  }
}
