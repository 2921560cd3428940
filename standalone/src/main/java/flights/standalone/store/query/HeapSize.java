package flights.standalone.store.query;

import java.util.Collection;
import java.util.Map;

/** What a value takes in memory, by estimate. */
final class HeapSize {

  private static final int SMALL = 24;
  private static final int TEXT = 48;
  private static final int CONTAINER = 96;
  private static final int ENTRY = 56;
  private static final int ELEMENT = 8;

  private HeapSize() {}

  static long of(Object value) {
    if (value instanceof String text) {
      return TEXT + (long) text.length();
    }
    if (value instanceof Map<?, ?> fields) {
      long size = CONTAINER;
      for (Map.Entry<?, ?> field : fields.entrySet()) {
        size += ENTRY + of(field.getKey()) + of(field.getValue());
      }
      return size;
    }
    if (value instanceof Collection<?> elements) {
      long size = CONTAINER;
      for (Object element : elements) {
        size += ELEMENT + of(element);
      }
      return size;
    }
    return value instanceof StoredDocument document ? (long) TEXT + document.size() : SMALL;
  }
}
