package flights.standalone.store.query;

import de.bwaldvogel.mongo.bson.Document;
import flights.standalone.store.query.OrderedIndex.Interval;
import java.util.List;

/**
 * How documents are found.
 *
 * @param index null when all documents are looked at
 * @param intervals of the index, in its order; they do not overlap
 * @param exact whether all that is in the intervals is asked for, so that no document need be
 *     looked at
 * @param sorted whether documents come in the order asked for
 * @param backwards whether the index, or the collection, is read from its end
 * @param places of the documents themselves, when the filter names them; else null
 */
record Plan(
    OrderedIndex index,
    List<Interval> intervals,
    boolean exact,
    boolean sorted,
    boolean backwards,
    List<Object> places) {

  static Plan all(boolean exact, boolean sorted, boolean backwards) {
    return new Plan(null, List.of(), exact, sorted, backwards, null);
  }

  static Plan byPlaces(List<Object> places, boolean sorted) {
    return new Plan(null, List.of(), false, sorted, false, places);
  }

  /** How many keys of the index are in the intervals. */
  long keys() {
    return intervals.stream().mapToLong(index::count).sum();
  }

  /** As MongoDB tells it in {@code explain}. */
  Document winningPlan(Document filter, Document sort) {
    Document found = found(filter);
    return sort == null || sort.isEmpty() || sorted
        ? found
        : new Document("stage", "SORT").append("sortPattern", sort).append("inputStage", found);
  }

  private Document found(Document filter) {
    if (places != null) {
      return new Document("stage", "IDHACK").append("filter", filter);
    }
    String direction = backwards ? "backward" : "forward";
    if (index == null) {
      return new Document("stage", "COLLSCAN")
          .append("filter", filter)
          .append("direction", direction);
    }
    Document pattern = new Document();
    for (int i = 0; i < index.fields().size(); i++) {
      pattern.append(index.fields().get(i), index.descending(i) ? -1 : 1);
    }
    Document scan =
        new Document("stage", "IXSCAN")
            .append("keyPattern", pattern)
            .append("indexName", index.getName())
            .append("isMultiKey", index.multikey())
            .append("isUnique", index.unique())
            .append("direction", direction)
            .append("keysInBounds", keys());
    Document fetch = new Document("stage", "FETCH");
    return (exact ? fetch : fetch.append("filter", filter)).append("inputStage", scan);
  }
}
