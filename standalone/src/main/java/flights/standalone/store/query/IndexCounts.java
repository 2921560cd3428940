package flights.standalone.store.query;

import de.bwaldvogel.mongo.backend.NumericUtils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;

/**
 * Groups that only count documents, all of them or by one field: an index, or the collection
 * itself, has the numbers.
 */
final class IndexCounts {

  /** How many stages of a pipeline are done by it. */
  static final int STAGES = 1;

  private IndexCounts() {}

  /** The groups, or null when documents have to be looked at. */
  static List<Document> of(Source source, Selection selection, Query query) {
    if (selection.rest().isEmpty() || selection.skip() > 0 || selection.limit() > 0) {
      return null;
    }
    Document stage = selection.rest().get(0);
    if (stage.get("$count") instanceof String name) {
      List<Document> groups =
          of(
              source,
              selection,
              new Document("_id", null).append(name, new Document("$sum", 1)),
              query);
      if (groups != null) {
        groups.forEach(group -> group.remove("_id"));
      }
      return groups;
    }
    return stage.get("$group") instanceof Document group
        ? of(source, selection, group, query)
        : null;
  }

  private static List<Document> of(
      Source source, Selection selection, Document group, Query query) {
    Object id = group.get("_id");
    List<GroupField> fields = GroupField.of(group);
    if (fields.stream().anyMatch(field -> field.constant() == null)) {
      return null;
    }
    List<Document> groups = new ArrayList<>();
    if (id == null || id instanceof Number || id instanceof Boolean) {
      if (!Planner.plan(source, selection.filter(), null, false, null).exact()) {
        return null;
      }
      add(id, selection.count(source, null, query), fields, groups);
      return groups;
    }
    if (!(id instanceof String path) || !path.startsWith("$") || path.startsWith("$$")) {
      return null;
    }
    IndexRuns runs = IndexRuns.of(source, selection.filter(), path.substring(1));
    if (runs == null) {
      return null;
    }
    runs.forEach(
        query,
        (value, count) -> {
          query.hold(HeapSize.of(value) + 100);
          add(value, count, fields, groups);
        });
    return groups;
  }

  private static void add(Object id, long count, List<GroupField> fields, List<Document> groups) {
    if (count > 0) {
      Document group = new Document("_id", id);
      for (GroupField field : fields) {
        group.put(field.name(), NumericUtils.multiplyNumbers(field.constant(), small(count)));
      }
      groups.add(group);
    }
  }

  private static Number small(long count) {
    return count == (int) count ? (Number) (int) count : (Number) count;
  }
}
