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
                tests.add(new FieldTest(new FieldNames.Name(path), asked, operators(asked)));
              } else {
                others.add(new Document(path, operators(asked)));
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

  /** The comparisons as a filter has them. */
  private static Document operators(List<Condition> asked) {
    Document operators = new Document();
    for (Condition condition : asked) {
      operators.put(
          operator(condition.comparison()),
          condition.comparison() == Comparison.IN ? condition.values() : condition.value());
    }
    return operators;
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

  private record FieldTest(FieldNames.Name name, List<Condition> asked, Document operators) {

    boolean holds(Object value, QueryMatcher matcher) {
      if (value instanceof Collection || value instanceof Map) {
        return matcher.matches(
            new Document(name.text(), value), new Document(name.text(), operators));
      }
      for (Condition condition : asked) {
        if (!holds(condition, value)) {
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
