package flights.flight.spark.history;

import java.util.List;
import java.util.Set;

/**
 * A format of flight history.
 *
 * @param name for people
 * @param kinds how its files may be written
 * @param required the columns by which it is known
 * @param texts Spark SQL of what each of {@link HistoryColumns} is made of, in their order
 * @param whole Spark SQL that is null where a row breaks off or cannot be parsed
 */
record HistoryFormat(
    String name, Set<Kind> kinds, List<String> required, List<String> texts, String whole) {

  boolean fits(SourceFile file) {
    return kinds.contains(file.kind()) && file.has(required);
  }
}
