package flights.standalone.store.query;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.aggregation.Expression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What an expression makes of a document: the server's own, and arrays of expressions. */
final class Computed {

  private Computed() {}

  static Object value(Object expression, Document document) {
    if (expression instanceof Collection<?> elements) {
      List<Object> values = new ArrayList<>();
      for (Object element : elements) {
        Object value = value(element, document);
        values.add(value instanceof Missing ? null : value);
      }
      return values;
    }
    return Expression.evaluateDocument(expression, document);
  }
}
