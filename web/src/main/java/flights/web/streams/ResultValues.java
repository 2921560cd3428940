package flights.web.streams;

import flights.core.json.Json;
import flights.core.store.Documents;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** Stored values as JSON has them and as people read them; they may be of any type and length. */
final class ResultValues {

  private static final int LONGEST = 200;

  private ResultValues() {}

  /** What a document has in these columns, ready to become JSON. */
  static Map<String, Object> of(Document stored, Collection<String> columns) {
    Map<String, Object> values = new LinkedHashMap<>();
    columns.forEach(column -> values.put(column, plain(stored.get(column))));
    return values;
  }

  /** Bounded in length; a dash for nothing. */
  static String text(Object value) {
    if (value == null) {
      return "–";
    }
    String text = String.valueOf(plain(value));
    return text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text;
  }

  private static Object plain(Object value) {
    if (value instanceof Date date) {
      return date.toInstant();
    }
    if (value == null
        || value instanceof Number number && isOfJava(number)
        || value instanceof Boolean
        || value instanceof String
        || value instanceof Instant) {
      return value;
    }
    if (value instanceof Document document) {
      return text(Json.write(Documents.plain(document)));
    }
    return value instanceof List<?> list ? text(list.toString()) : text(value.toString());
  }

  /** Not one of the driver's own. */
  private static boolean isOfJava(Number number) {
    return number.getClass().getName().startsWith("java.lang.");
  }
}
