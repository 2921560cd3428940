package flights.standalone.store.query;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a filter asks of single fields by plain comparisons that all must hold, and what else it
 * asks.
 */
final class Conditions {

  /** How a field is compared with a value, or with one of several. */
  enum Comparison {
    EQUAL,
    IN,
    GREATER,
    GREATER_OR_EQUAL,
    LESS,
    LESS_OR_EQUAL;

    static Comparison of(String operator) {
      return switch (operator) {
        case "$eq" -> EQUAL;
        case "$in" -> IN;
        case "$gt" -> GREATER;
        case "$gte" -> GREATER_OR_EQUAL;
        case "$lt" -> LESS;
        case "$lte" -> LESS_OR_EQUAL;
        default -> null;
      };
    }
  }

  /**
   * One comparison.
   *
   * @param values one, but for IN
   */
  record Condition(Comparison comparison, List<Object> values) {
    Object value() {
      return values.get(0);
    }
  }

  private final Map<String, List<Condition>> byPath = new LinkedHashMap<>();
  private final List<Document> others = new ArrayList<>();

  static Conditions of(Document filter) {
    Conditions conditions = new Conditions();
    conditions.add(filter);
    return conditions;
  }

  Map<String, List<Condition>> byPath() {
    return byPath;
  }

  List<Condition> on(String path) {
    return byPath.getOrDefault(path, List.of());
  }

  /** What is asked otherwise; all of it must hold. */
  List<Document> others() {
    return others;
  }

  boolean isEmpty() {
    return byPath.isEmpty() && others.isEmpty();
  }

  private void add(Document filter) {
    filter.forEach(this::add);
  }

  private void add(String path, Object asked) {
    if (path.equals("$and") && asked instanceof Collection<?> all && areDocuments(all)) {
      all.forEach(part -> add((Document) part));
    } else if (path.startsWith("$")) {
      if (!path.equals("$comment")) {
        others.add(new Document(path, asked));
      }
    } else if (isPlain(asked)) {
      addCondition(path, new Condition(Comparison.EQUAL, List.of(asked)));
    } else if (asked instanceof Document operators
        && !operators.isEmpty()
        && isComparison(operators)) {
      operators.forEach((operator, value) -> addCondition(path, condition(operator, value)));
    } else {
      others.add(new Document(path, asked));
    }
  }

  private void addCondition(String path, Condition condition) {
    byPath.computeIfAbsent(path, p -> new ArrayList<>()).add(condition);
  }

  private static boolean isComparison(Document operators) {
    return !BsonRegularExpression.isRegularExpression(operators)
        && operators.entrySet().stream()
            .allMatch(
                entry ->
                    Comparison.of(entry.getKey()) == Comparison.IN
                        ? entry.getValue() instanceof Collection<?> values
                            && values.stream().allMatch(Conditions::isPlain)
                        : Comparison.of(entry.getKey()) != null && isPlain(entry.getValue()));
  }

  private static Condition condition(String operator, Object value) {
    Comparison comparison = Comparison.of(operator);
    return new Condition(
        comparison,
        comparison == Comparison.IN ? List.copyOf((Collection<?>) value) : List.of(value));
  }

  private static boolean isPlain(Object value) {
    return ValueOrder.isPlain(value);
  }

  private static boolean areDocuments(Collection<?> values) {
    return !values.isEmpty() && values.stream().allMatch(Document.class::isInstance);
  }
}
