package flights.standalone.store.query;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import flights.standalone.store.query.Conditions.Comparison;
import flights.standalone.store.query.Conditions.Condition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Whether a stored document is asked for. Plain comparisons of fields are made on the stored bytes;
 * what is left is asked of a document with only the fields that it needs.
 */
final class Filter {

  private final QueryMatcher matcher = new DefaultQueryMatcher();
  private final List<FieldTest> tests = new ArrayList<>();
  private final Document rest;
  private final FieldNames namesOfRest;

  Filter(Document filter) {
    Conditions conditions = Conditions.of(filter);
    List<Document> others = new ArrayList<>(conditions.others());
    conditions
        .byPath()
        .forEach(
            (path, asked) -> {
              if (path.indexOf('.') < 0) {
                tests.add(new FieldTest(new FieldNames.Name(path), asked));
              } else {
                asked.forEach(condition -> others.add(document(path, condition)));
              }
            });
    rest =
        others.isEmpty() ? null : others.size() == 1 ? others.get(0) : new Document("$and", others);
    namesOfRest = rest == null ? null : References.ofFilter(rest);
  }

  boolean isAll() {
    return tests.isEmpty() && rest == null;
  }

  boolean test(StoredDocument document) {
    for (FieldTest test : tests) {
      if (!test.holds(document.get(test.name), matcher)) {
        return false;
      }
    }
    return rest == null || matcher.matches(document.decode(namesOfRest), rest);
  }

  /** A comparison as a filter has it. */
  private static Document document(String path, Condition condition) {
    Object value = condition.comparison() == Comparison.IN ? condition.values() : condition.value();
    return new Document(path, new Document(operator(condition.comparison()), value));
  }

  private static String operator(Comparison comparison) {
    return switch (comparison) {
      case EQUAL -> "$eq";
      case IN -> "$in";
      case GREATER -> "$gt";
      case GREATER_OR_EQUAL -> "$gte";
      case LESS -> "$lt";
      case LESS_OR_EQUAL -> "$lte";
    };
  }

  private record FieldTest(FieldNames.Name name, List<Condition> asked) {

    boolean holds(Object value, QueryMatcher matcher) {
      boolean plain = !(value instanceof Collection || value instanceof Map);
      for (Condition condition : asked) {
        // Each may hold for another element of an array.
        boolean holds =
            plain
                ? holds(condition, value)
                : matcher.matches(
                    new Document(name.text(), value), document(name.text(), condition));
        if (!holds) {
          return false;
        }
      }
      return true;
    }

    private static boolean holds(Condition condition, Object value) {
      if (Missing.isNullOrMissing(value)) {
        return false;
      }
      if (condition.comparison() == Comparison.IN) {
        for (Object wanted : condition.values()) {
          if (ValueOrder.compareValues(value, wanted) == 0) {
            return true;
          }
        }
        return false;
      }
      Object wanted = condition.value();
      // Values of different types are equal to none, and not less or greater either.
      if (ValueOrder.type(value) != ValueOrder.type(wanted)) {
        return false;
      }
      int order = ValueOrder.compareValues(value, wanted);
      return switch (condition.comparison()) {
        case GREATER -> order > 0;
        case GREATER_OR_EQUAL -> order >= 0;
        case LESS -> order < 0;
        case LESS_OR_EQUAL -> order <= 0;
        default -> order == 0;
      };
    }
  }
}
