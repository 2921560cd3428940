package flights.standalone.store.query;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A field of {@code $group}: how its accumulator is made, and what it is given of a document. */
record GroupField(String name, String operator, Object argument) {

  private static final int NOT_ONE = 40238;
  private static final int MISSING_PART = 5_788_000;

  static List<GroupField> of(Document group) {
    List<GroupField> fields = new ArrayList<>();
    group.forEach(
        (name, asked) -> {
          if (!name.equals("_id")) {
            fields.add(field(name, asked));
          }
        });
    return fields;
  }

  private static GroupField field(String name, Object asked) {
    if (!(asked instanceof Document operator) || operator.size() != 1) {
      throw new MongoServerError(NOT_ONE, "The field '" + name + "' must specify one accumulator");
    }
    String key = operator.keySet().iterator().next();
    GroupField field = new GroupField(name, key, operator.get(key));
    field.accumulator();
    return field;
  }

  /** What this field adds to each document's group, when that is always the same; else null. */
  Number constant() {
    if (operator.equals("$count")) {
      return 1;
    }
    return operator.equals("$sum") && argument instanceof Number number ? number : null;
  }

  Accumulator accumulator() {
    return switch (operator) {
      case "$count" -> Accumulator.of("$sum");
      case "$minN" -> new Accumulator.Few(byKey(List.of(1)), number("n"), true);
      case "$maxN" -> new Accumulator.Few(byKey(List.of(-1)), number("n"), true);
      case "$firstN" -> new Accumulator.Few(byKey(List.of()), number("n"), true);
      case "$lastN" -> new Accumulator.Newest(number("n"));
      case "$top" -> new Accumulator.Few(byKey(directions(1)), 1, false);
      case "$bottom" -> new Accumulator.Few(byKey(directions(-1)), 1, false);
      case "$topN" -> new Accumulator.Few(byKey(directions(1)), number("n"), true);
      case "$bottomN" -> new Accumulator.Few(byKey(directions(-1)), number("n"), true);
      default -> Accumulator.of(operator);
    };
  }

  /** What the accumulator is given. */
  Object value(Document document) {
    return switch (operator) {
      case "$count" -> 1;
      case "$minN", "$maxN" -> {
        Object value = evaluate(part("input"), document);
        yield Missing.isNullOrMissing(value) ? null : keyed(List.of(value), value);
      }
      case "$firstN", "$lastN" -> keyed(List.of(), evaluate(part("input"), document));
      case "$top", "$bottom", "$topN", "$bottomN" -> {
        List<Object> key = new ArrayList<>();
        sortBy().keySet().forEach(path -> key.add(evaluate("$" + path, document)));
        yield keyed(key, evaluate(part("output"), document));
      }
      default -> evaluate(argument, document);
    };
  }

  boolean skips(Object value) {
    return value == null && operator.endsWith("N");
  }

  private static Document keyed(List<Object> key, Object value) {
    return new Document("key", key).append("value", value instanceof Missing ? null : value);
  }

  private static Object evaluate(Object expression, Document document) {
    return Computed.value(expression, document);
  }

  private Object part(String name) {
    if (argument instanceof Document parts && parts.containsKey(name)) {
      return parts.get(name);
    }
    throw new MongoServerError(MISSING_PART, operator + " needs the field '" + name + "'");
  }

  private int number(String name) {
    if (part(name) instanceof Number number && number.intValue() > 0) {
      return number.intValue();
    }
    throw new MongoServerError(
        MISSING_PART, "'" + name + "' of " + operator + " must be a positive number");
  }

  private Document sortBy() {
    if (part("sortBy") instanceof Document sort) {
      return sort;
    }
    throw new MongoServerError(MISSING_PART, "'sortBy' of " + operator + " must be an object");
  }

  private List<Integer> directions(int sign) {
    return sortBy().values().stream()
        .map(direction -> sign * ((Number) direction).intValue())
        .toList();
  }

  private static Comparator<Object> byKey(List<Integer> directions) {
    return (a, b) -> {
      List<?> left = (List<?>) ((Document) a).get("key");
      List<?> right = (List<?>) ((Document) b).get("key");
      for (int i = 0; i < directions.size(); i++) {
        int result = ValueOrder.compareValues(left.get(i), right.get(i));
        if (result != 0) {
          return directions.get(i) < 0 ? -result : result;
        }
      }
      return 0;
    };
  }
}
