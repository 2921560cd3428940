package flights.standalone.store.query;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which fields of a document a filter, a projection or an aggregation looks at. */
final class References {

  private final Set<String> paths = new HashSet<>();
  private boolean all;

  private References() {}

  static FieldNames ofFilter(Document filter) {
    References references = new References();
    references.addFilter(filter);
    return references.names();
  }

  /** What a projection of {@code find} reads. */
  static FieldNames ofProjection(Document projection) {
    References references = new References();
    references.paths.add("_id");
    references.addProjection(projection);
    return references.names();
  }

  /**
   * What is read of a document before a pipeline makes another one of it.
   *
   * @param filter and sort come before
   */
  static FieldNames ofPipeline(Document filter, Document sort, List<Document> pipeline) {
    References references = new References();
    references.addFilter(filter);
    if (sort != null) {
      references.paths.addAll(sort.keySet());
    }
    references.addPipeline(pipeline);
    return references.names();
  }

  static FieldNames ofSort(Document sort) {
    return FieldNames.of(sort.keySet());
  }

  private FieldNames names() {
    return all ? FieldNames.ALL : FieldNames.of(paths);
  }

  private void addPipeline(List<Document> pipeline) {
    for (Document stage : pipeline) {
      String name = stage.keySet().iterator().next();
      if (endsAfter(name, stage.get(name))) {
        return;
      }
    }
    all = true;
  }

  /** Adds what a stage reads; true when nothing else of the document is seen behind it. */
  private boolean endsAfter(String name, Object asked) {
    switch (name) {
      case "$match" -> addFilter((Document) asked);
      case "$sort" -> paths.addAll(((Document) asked).keySet());
      case "$skip", "$limit", "$sample", "$unset" -> {}
      case "$addFields", "$set", "$unwind" -> addExpression(asked);
      case "$lookup" -> {
        Document lookup = (Document) asked;
        paths.add(String.valueOf(lookup.get("localField")));
        addExpression(lookup.get("let"));
      }
      case "$group", "$bucket", "$sortByCount" -> {
        addExpression(asked);
        return true;
      }
      case "$count" -> {
        return true;
      }
      case "$project" -> {
        paths.add("_id");
        addProjection((Document) asked);
        return true;
      }
      case "$facet" -> {
        for (Object part : ((Document) asked).values()) {
          addPipeline(documents(part));
        }
        return true;
      }
      default -> {
        all = true;
        return true;
      }
    }
    return all;
  }

  @SuppressWarnings("unchecked")
  private static List<Document> documents(Object pipeline) {
    return (List<Document>) pipeline;
  }

  private void addProjection(Document projection) {
    for (Map.Entry<String, Object> field : projection.entrySet()) {
      Object value = field.getValue();
      boolean computed =
          value instanceof String || value instanceof Document || value instanceof Collection;
      if (!computed && !Utils.isTrue(value) && !field.getKey().equals("_id")) {
        all = true;
      }
      paths.add(field.getKey());
      addExpression(value);
    }
    if (projection.keySet().equals(Set.of("_id")) && !Utils.isTrue(projection.get("_id"))) {
      all = true;
    }
  }

  private void addFilter(Document filter) {
    filter.forEach(
        (path, asked) -> {
          if (path.equals("$expr")) {
            addExpression(asked);
          } else if (path.startsWith("$") && asked instanceof Collection<?> parts) {
            parts.forEach(this::addFilterPart);
          } else if (path.startsWith("$") && !path.equals("$comment")) {
            all = true;
          } else {
            paths.add(path);
          }
        });
  }

  private void addFilterPart(Object part) {
    if (part instanceof Document filter) {
      addFilter(filter);
    } else {
      all = true;
    }
  }

  private void addExpression(Object expression) {
    if (expression instanceof String text && text.startsWith("$")) {
      if (text.startsWith("$$ROOT") || text.startsWith("$$CURRENT")) {
        all = true;
      } else if (!text.startsWith("$$")) {
        paths.add(text.substring(1));
      }
    } else if (expression instanceof Document fields) {
      fields.values().forEach(this::addExpression);
      // What it takes is not written in its argument's form ("$field").
      all |= fields.containsKey("$getField");
    } else if (expression instanceof Collection<?> elements) {
      elements.forEach(this::addExpression);
    }
  }
}
