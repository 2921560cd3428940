package flights.standalone.store.query;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code $unwind}: a document for each element of an array. They share all that does not differ.
 *
 * @param path the parts of the array's path
 * @param keepsOthers whether a document without elements stays
 * @param index the field for the element's number; null for none
 */
record Unwind(List<String> path, boolean keepsOthers, String index) {

  /** What was checked by the server already. */
  static Unwind of(Object asked) {
    Document options = asked instanceof Document given ? given : new Document("path", asked);
    return new Unwind(
        Utils.splitPath(((String) options.get("path")).substring(1)),
        Utils.isTrue(options.get("preserveNullAndEmptyArrays")),
        (String) options.get("includeArrayIndex"));
  }

  Stream<Document> apply(Document document) {
    Object value = Utils.getSubdocumentValue(document, String.join(".", path));
    if (value instanceof Collection<?> elements && !elements.isEmpty()) {
      long[] number = {0};
      return elements.stream().map(element -> numbered(with(document, 0, element), number[0]++));
    }
    if (value instanceof Collection) {
      return keepsOthers
          ? Stream.of(numbered(with(document, 0, Missing.getInstance()), null))
          : Stream.empty();
    }
    return Missing.isNullOrMissing(value) && !keepsOthers
        ? Stream.empty()
        : Stream.of(index == null ? document : numbered(document.clone(), null));
  }

  /** A copy with another value at the path; what is beside the path is not copied. */
  private Document with(Document document, int part, Object value) {
    Document copy = document.clone();
    String name = path.get(part);
    if (part < path.size() - 1) {
      copy.put(name, with((Document) document.get(name), part + 1, value));
    } else if (value instanceof Missing) {
      copy.remove(name);
    } else {
      copy.put(name, value);
    }
    return copy;
  }

  private Document numbered(Document document, Long number) {
    if (index != null) {
      Utils.changeSubdocumentValue(document, index, number);
    }
    return document;
  }
}
