package flights.standalone.store.query;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code $facet}: several pipelines over the same documents, which are read once. */
final class Facet implements Collector {

  private final Query query;
  private final Map<String, Collector> parts = new LinkedHashMap<>();

  Facet(Map<String, Pipeline> pipelines, Query query) {
    this.query = query;
    pipelines.forEach((name, pipeline) -> parts.put(name, pipeline.collector(query)));
  }

  @Override
  public void add(Document document) {
    parts.values().forEach(part -> part.add(document));
  }

  @Override
  public Iterator<Document> results() {
    Document result = new Document();
    parts.forEach(
        (name, part) -> {
          Pipeline.Held held = new Pipeline.Held(query);
          part.results().forEachRemaining(held::add);
          result.put(name, held.documents());
        });
    return List.of(result).iterator();
  }
}
