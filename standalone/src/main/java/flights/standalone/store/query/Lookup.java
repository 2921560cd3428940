package flights.standalone.store.query;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** {@code $lookup}: puts documents of another collection into each document. */
final class Lookup {

  private static final int FAILED_TO_PARSE = 9;
  private static final Set<String> KNOWN =
      Set.of("from", "localField", "foreignField", "let", "pipeline", "as");

  private final Document asked;
  private final Source from;
  private final Catalog catalog;
  private final MongoDatabase database;
  private final Query query;
  private final String as;

  Lookup(Document asked, Catalog catalog, MongoDatabase database, Query query) {
    this.asked = asked;
    this.catalog = catalog;
    this.database = database;
    this.query = query;
    this.as = text("as");
    this.from = (Source) database.resolveCollection(text("from"), false);
    asked.keySet().stream()
        .filter(name -> !KNOWN.contains(name))
        .findFirst()
        .ifPresent(name -> fail("unknown argument to $lookup: " + name));
    if (!asked.containsKey("pipeline") || asked.containsKey("localField")) {
      text("localField");
      text("foreignField");
    }
  }

  Stage stage() {
    return new Stage.Each(document -> Stream.of(join(document)));
  }

  private Document join(Document document) {
    Document result = document.clone();
    Pipeline.Held held = new Pipeline.Held(query);
    if (from != null) {
      query.part(() -> found(document).forEachRemaining(held::add));
    }
    // What is found travels on with the document, of which there is one at a time.
    held.documents().forEach(found -> query.release(HeapSize.of(found)));
    Utils.changeSubdocumentValue(result, as, held.documents());
    return result;
  }

  private Iterator<Document> found(Document document) {
    Document filter = new Document();
    if (asked.containsKey("localField")) {
      Object value =
          Utils.getSubdocumentValueCollectionAware(document, (String) asked.get("localField"));
      filter.put(
          (String) asked.get("foreignField"),
          value instanceof Collection<?> values
              ? new Document("$in", List.copyOf(values))
              : value instanceof Missing ? null : value);
    }
    List<Document> pipeline =
        asked.containsKey("pipeline") ? Aggregation.parse(asked.get("pipeline")) : List.of();
    Document variables = variables(document);
    return new Found(from, filter, pipeline, variables)
        .documents(new PipelineReader(catalog, database, text("from"), query), query);
  }

  /** The server's expressions look for the variable x in a field "$x". */
  private Document variables(Document document) {
    Document variables = new Document();
    if (asked.get("let") instanceof Document let) {
      for (Map.Entry<String, Object> variable : let.entrySet()) {
        Object value = Computed.value(variable.getValue(), document);
        variables.put("$" + variable.getKey(), value instanceof Missing ? null : value);
      }
    }
    document.forEach(
        (name, value) -> {
          if (name.startsWith("$")) {
            variables.putIfAbsent(name, value);
          }
        });
    return variables;
  }

  private String text(String name) {
    if (asked.get(name) instanceof String text) {
      return text;
    }
    throw fail("$lookup needs the text '" + name + "'");
  }

  private static MongoServerError fail(String message) {
    throw new MongoServerError(FAILED_TO_PARSE, "FailedToParse", message);
  }

  /** What a pipeline makes of those documents of a collection that a filter asks for. */
  private record Found(
      Source source, Document filter, List<Document> pipeline, Document variables) {

    Iterator<Document> documents(PipelineReader reader, Query query) {
      Selection selection = Selection.of(filter, pipeline, variables.isEmpty());
      Iterator<Document> documents = selection.documents(source, null, query);
      if (variables.isEmpty()) {
        return reader.read(selection.rest()).run(documents, query);
      }
      return new Mapped<>(
          reader.read(selection.rest()).run(new Mapped<>(documents, this::with), query),
          this::without);
    }

    private Document with(Document document) {
      document.putAll(variables);
      return document;
    }

    private Document without(Document document) {
      document.keySet().removeAll(variables.keySet());
      return document;
    }
  }
}
