package flights.standalone.store.query;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the commands that read ask for, and the documents or values that answer them. */
final class Reads {

  private Reads() {}

  /** {@code find}. */
  static Iterator<Document> find(Source source, Document command, Query query) {
    Selection selection = selection(command);
    Iterator<StoredDocument> found = selection.stored(source, command.get("hint"), query);
    Document projection = (Document) command.get("projection");
    if (projection == null || projection.isEmpty()) {
      return Selection.decoded(found, FieldNames.ALL);
    }
    Iterator<Document> decoded = Selection.decoded(found, References.ofProjection(projection));
    if (Projection.isOfFindOnly(projection)) {
      return new Mapped<>(
          decoded, document -> source.project(List.of(document), projection).get(0));
    }
    // What makes no sense is refused by the server's own.
    source.project(List.of(), projection);
    return new Mapped<>(decoded, new Projection(projection)::apply);
  }

  static Selection selection(Document find) {
    return new Selection(
        document(find, "filter"),
        document(find, "sort"),
        number(find, "skip"),
        Math.abs(number(find, "limit")),
        List.of());
  }

  /** {@code count}. */
  static long count(Source source, Document command, Query query) {
    return new Selection(
            document(command, "query"),
            new Document(),
            number(command, "skip"),
            Math.abs(number(command, "limit")),
            List.of())
        .count(source, command.get("hint"), query);
  }

  /** {@code distinct}. */
  static List<Object> distinct(Source source, Document command, Query query) {
    String field = (String) command.get("key");
    Document filter = document(command, "query");
    Set<Object> values = new TreeSet<>(ValueOrder::compare);
    IndexRuns runs = IndexRuns.of(source, filter, field);
    if (runs != null && !runs.hasNulls()) {
      runs.forEach(query, (value, count) -> keep(value, values, query));
      return new ArrayList<>(values);
    }
    Selection selection = new Selection(filter, new Document(), 0, 0, List.of());
    FieldNames names = FieldNames.of(List.of(field));
    Iterator<StoredDocument> found = selection.stored(source, command.get("hint"), query);
    while (found.hasNext()) {
      Object value = Utils.getSubdocumentValueCollectionAware(found.next().decode(names), field);
      if (value instanceof Collection<?> elements) {
        elements.forEach(element -> keep(element, values, query));
      } else {
        keep(value, values, query);
      }
    }
    return new ArrayList<>(values);
  }

  private static void keep(Object value, Set<Object> values, Query query) {
    if (!(value instanceof Missing) && values.add(value)) {
      query.hold(Long.BYTES * 6 + HeapSize.of(value));
    }
  }

  /** {@code aggregate}, from a stored collection. */
  static Iterator<Document> aggregate(
      Source source,
      Document command,
      List<Document> pipeline,
      PipelineReader reader,
      Query query) {
    Selection selection = Selection.of(new Document(), pipeline, true);
    Pipeline rest = reader.read(selection.rest());
    List<Document> counted = IndexCounts.of(source, selection, query);
    if (counted != null) {
      Pipeline behind =
          reader.read(selection.rest().subList(IndexCounts.STAGES, selection.rest().size()));
      return behind.run(counted.iterator(), query);
    }
    return rest.run(selection.documents(source, command.get("hint"), query), query);
  }

  static Document document(Document command, String name) {
    return command.get(name) instanceof Document document ? document : new Document();
  }

  static long number(Document command, String name) {
    return command.get(name) instanceof Number number ? number.longValue() : 0;
  }
}
