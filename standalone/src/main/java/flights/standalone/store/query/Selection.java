package flights.standalone.store.query;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Which documents of a collection are taken, in which order, before anything is made of them.
 *
 * @param sort empty for any order
 * @param limit 0 for all
 * @param rest of the pipeline
 */
public record Selection(
    Document filter, Document sort, long skip, long limit, List<Document> rest) {

  /**
   * Takes from the front of a pipeline what an index can help with.
   *
   * @param whole false when stages refer to what a stored document has not
   */
  static Selection of(Document filter, List<Document> pipeline, boolean whole) {
    List<Document> filters = new ArrayList<>(filter.isEmpty() ? List.of() : List.of(filter));
    int at = 0;
    while (whole && at < pipeline.size() && stage(pipeline, at, "$match") != null) {
      filters.add(stage(pipeline, at++, "$match"));
    }
    Document sort = stage(pipeline, at, "$sort");
    long skip = 0;
    long limit = 0;
    if (sort != null && whole) {
      at++;
      skip = number(pipeline, at, "$skip");
      at += skip > 0 ? 1 : 0;
      limit = number(pipeline, at, "$limit");
      at += limit > 0 ? 1 : 0;
    } else {
      sort = new Document();
    }
    return new Selection(
        filters.size() == 1
            ? filters.get(0)
            : filters.isEmpty() ? new Document() : new Document("$and", filters),
        sort,
        skip,
        limit,
        List.copyOf(pipeline.subList(at, pipeline.size())));
  }

  private static Document stage(List<Document> pipeline, int at, String name) {
    return at < pipeline.size() && pipeline.get(at).get(name) instanceof Document asked
        ? asked
        : null;
  }

  private static long number(List<Document> pipeline, int at, String name) {
    return at < pipeline.size() && pipeline.get(at).get(name) instanceof Number number
        ? Math.max(0, number.longValue())
        : 0;
  }

  Plan plan(Source source, Object hint) {
    return Planner.plan(source, filter, sort, limit > 0, hint);
  }

  /** The documents, with those fields only that the rest looks at. */
  Iterator<Document> documents(Source source, Object hint, Query query) {
    return decoded(stored(source, hint, query), References.ofPipeline(filter, sort, rest));
  }

  static Iterator<Document> decoded(Iterator<StoredDocument> stored, FieldNames names) {
    return new Mapped<>(stored, document -> document.decode(names));
  }

  /** The documents as they are stored. */
  public Iterator<StoredDocument> stored(Source source, Object hint, Query query) {
    Plan plan = plan(source, hint);
    Iterator<StoredDocument> found = new Scan(source, plan, filter, query);
    if (!plan.sorted()) {
      Sorter sorter = new Sorter(sort, limit > 0 ? skip + limit : 0, query);
      while (found.hasNext()) {
        sorter.add(found.next());
      }
      found = sorter.sorted();
    }
    return skip > 0 || limit > 0 ? window(found, query) : found;
  }

  private Iterator<StoredDocument> window(Iterator<StoredDocument> found, Query query) {
    return new Iterator<>() {
      private long toSkip = skip;
      private long left = limit > 0 ? limit : Long.MAX_VALUE;

      @Override
      public boolean hasNext() {
        for (; toSkip > 0 && found.hasNext(); toSkip--) {
          query.look();
          found.next();
        }
        return left > 0 && found.hasNext();
      }

      @Override
      public StoredDocument next() {
        left--;
        return found.next();
      }
    };
  }

  /** How many there are, counted by an index where one has all that is asked for. */
  long count(Source source, Object hint, Query query) {
    Plan plan = Planner.plan(source, filter, null, false, hint);
    long count = 0;
    if (plan.exact()) {
      count = plan.index() == null ? source.documentCount() : plan.keys();
    } else {
      for (Scan scan = new Scan(source, plan, filter, query);
          scan.hasNext() && (limit == 0 || count < skip + limit);
          count++) {
        scan.next();
      }
    }
    count = Math.max(0, count - skip);
    return limit > 0 ? Math.min(limit, count) : count;
  }
}
