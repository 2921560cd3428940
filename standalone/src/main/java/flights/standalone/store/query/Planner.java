package flights.standalone.store.query;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import flights.standalone.store.query.Conditions.Comparison;
import flights.standalone.store.query.Conditions.Condition;
import flights.standalone.store.query.OrderedIndex.Interval;
import flights.standalone.store.query.ValueOrder.Edge;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Chooses how documents are found: the fewest keys to look at, counted and not guessed. */
final class Planner {

  private static final String ID = "_id";
  private static final int MOST_INTERVALS = 2_000;

  /**
   * Of so many keys in a thousand documents, each document by itself takes longer than all in a
   * row.
   */
  private static final int TOO_MANY_OF_THOUSAND = 300;

  private final Source source;
  private final Conditions conditions;
  private final Document sort;
  private final boolean limited;

  /**
   * @param sort null or empty for any order
   * @param limited whether only the first few are wanted
   */
  Planner(Source source, Document filter, Document sort, boolean limited) {
    this.source = source;
    this.conditions = Conditions.of(filter);
    this.sort = sort == null || sort.containsKey("$natural") ? new Document() : sort;
    this.limited = limited;
  }

  static Plan plan(Source source, Document filter, Document sort, boolean limited, Object hint) {
    return new Planner(source, filter, sort, limited).best(hint, isBackwards(sort));
  }

  private static boolean isBackwards(Document sort) {
    return sort != null
        && sort.get("$natural") instanceof Number direction
        && direction.intValue() < 0;
  }

  private Plan best(Object hint, boolean backwards) {
    List<Object> ids = ids();
    boolean natural = hint instanceof Document order && order.containsKey("$natural");
    if (ids != null && (hint == null || natural)) {
      return Plan.byPlaces(ids, sort.isEmpty() || ids.size() < 2);
    }
    Plan best = Plan.all(conditions.isEmpty(), sort.isEmpty(), backwards);
    if (natural) {
      return best;
    }
    long cost = source.documentCount() * 1000 + 1;
    for (OrderedIndex index : source.indexes()) {
      if (!index.complete() || (hint != null && !isMeant(hint, index))) {
        continue;
      }
      Plan plan = plan(index);
      long planCost = plan == null ? Long.MAX_VALUE : cost(plan);
      if (plan != null && (planCost < cost || hint != null)) {
        best = plan;
        cost = planCost;
      }
    }
    return best;
  }

  private static boolean isMeant(Object hint, OrderedIndex index) {
    return hint instanceof Document pattern
        ? List.copyOf(pattern.keySet()).equals(index.fields())
        : index.getName().equals(hint);
  }

  /** In thousandths of a document that is read in a row. */
  private long cost(Plan plan) {
    long keys = plan.keys();
    if (plan.sorted() && !sort.isEmpty()) {
      // The first few are found soon, unless hardly any of them is asked for; and all of them need
      // not be held to be sorted.
      return !limited
          ? keys * 900
          : plan.exact() ? 0 : Math.min(keys, source.documentCount() / 10) * 1000;
    }
    long each = 1_000_000L / TOO_MANY_OF_THOUSAND;
    return keys * (plan.exact() && sort.isEmpty() && !limited ? 1 : each);
  }

  /** The places of the documents, when the filter names ids and so nothing need be searched. */
  private List<Object> ids() {
    for (Condition condition : conditions.on(ID)) {
      if (condition.comparison() == Comparison.EQUAL
          || (condition.comparison() == Comparison.IN
              && condition.values().size() <= MOST_INTERVALS)) {
        return places(condition.values());
      }
    }
    for (Document other : conditions.others()) {
      Collection<?> ids = documentIds(other.get(ID));
      if (ids != null) {
        return places(ids);
      }
    }
    return null;
  }

  private List<Object> places(Collection<?> ids) {
    Set<Object> places = new LinkedHashSet<>();
    for (Object id : ids) {
      Object place = source.placeOf(id);
      if (place != null) {
        places.add(place);
      }
    }
    return List.copyOf(places);
  }

  /** What is asked of ids of several fields; null when it is asked in another way. */
  private static Collection<?> documentIds(Object asked) {
    if (isDocumentId(asked)) {
      return List.of(asked);
    }
    return asked instanceof Document operators
            && operators.keySet().equals(Set.of("$in"))
            && operators.get("$in") instanceof Collection<?> ids
            && ids.size() <= MOST_INTERVALS
            && ids.stream().allMatch(id -> ValueOrder.isPlain(id) || isDocumentId(id))
        ? ids
        : null;
  }

  private static boolean isDocumentId(Object asked) {
    return asked instanceof Document id
        && !id.isEmpty()
        && id.keySet().stream().noneMatch(field -> field.startsWith("$"));
  }

  private Plan plan(OrderedIndex index) {
    List<List<Object>> firsts = List.of(List.of());
    Set<String> used = new LinkedHashSet<>();
    List<Interval> intervals = null;
    int equal = 0;
    boolean one = true;
    boolean exact = !index.multikey();
    for (String field : index.fields()) {
      List<Condition> asked = conditions.on(field);
      List<Object> points = points(asked);
      if (points == null) {
        if (!asked.isEmpty()) {
          Range range = Range.of(asked, index.multikey());
          exact &= range.exact();
          intervals = intervals(index, firsts, range.low(), range.high());
          used.add(field);
        }
        break;
      }
      exact &= asked.size() == 1;
      used.add(field);
      one &= points.size() == 1;
      equal++;
      if (equal == index.fields().size()) {
        intervals = pointIntervals(index, firsts, points);
      } else {
        firsts = combine(firsts, points);
      }
      if (firsts.size() > MOST_INTERVALS) {
        return null;
      }
    }
    if (intervals == null) {
      intervals = intervals(index, firsts, Edge.LOWEST, Edge.HIGHEST);
    }
    if (used.isEmpty() && index.leavesOut()) {
      return null;
    }
    exact &= conditions.others().isEmpty() && used.equals(conditions.byPath().keySet());
    int direction = index.multikey() || !one ? 0 : direction(index, equal);
    if (used.isEmpty() && (sort.isEmpty() || direction == 0)) {
      return null;
    }
    if (intervals.size() > MOST_INTERVALS) {
      return null;
    }
    return new Plan(index, intervals, exact, sort.isEmpty() || direction != 0, direction < 0, null);
  }

  /** The values that a field has to have one of; null when it is asked otherwise. */
  private static List<Object> points(List<Condition> asked) {
    for (Condition condition : asked) {
      if (condition.comparison() == Comparison.EQUAL || condition.comparison() == Comparison.IN) {
        Set<Object> points = new TreeSet<>(ValueOrder::compare);
        condition.values().forEach(value -> points.add(normal(value)));
        return List.copyOf(points);
      }
    }
    return null;
  }

  private static Object normal(Object value) {
    return new KeyValue(value).normalized().get(0);
  }

  private static List<List<Object>> combine(List<List<Object>> firsts, List<Object> points) {
    List<List<Object>> combined = new ArrayList<>();
    for (List<Object> first : firsts) {
      for (Object point : points) {
        List<Object> longer = new ArrayList<>(first);
        longer.add(point);
        combined.add(longer);
      }
    }
    return combined;
  }

  private static List<Interval> intervals(
      OrderedIndex index, List<List<Object>> firsts, Edge low, Edge high) {
    return firsts.stream().map(first -> index.interval(first, low, high)).toList();
  }

  private static List<Interval> pointIntervals(
      OrderedIndex index, List<List<Object>> firsts, List<Object> points) {
    List<Interval> intervals = new ArrayList<>();
    for (List<Object> first : firsts) {
      for (Object point : points) {
        intervals.add(index.interval(first, Edge.before(point), Edge.after(point)));
      }
    }
    return intervals;
  }

  /** 1 when the index has the order asked for behind its first fields, -1 backwards, 0 when not. */
  private int direction(OrderedIndex index, int equal) {
    int direction = 0;
    int at = equal;
    for (String field : sort.keySet()) {
      if (!(sort.get(field) instanceof Number wanted)) {
        return 0;
      }
      int before = index.fields().indexOf(field);
      if (before >= 0 && before < equal) {
        continue;
      }
      if (at >= index.fields().size() || !index.fields().get(at).equals(field)) {
        return 0;
      }
      int here = (wanted.intValue() < 0) == index.descending(at) ? 1 : -1;
      if (direction != 0 && direction != here) {
        return 0;
      }
      direction = here;
      at++;
    }
    return direction == 0 ? 1 : direction;
  }

  /**
   * Where the values lie that a field may have.
   *
   * @param exact whether all values there are asked for
   */
  private record Range(Edge low, Edge high, boolean exact) {

    static Range of(List<Condition> asked, boolean multikey) {
      Object first = asked.get(0).value();
      Edge low = Edge.startOfType(normal(first));
      Edge high = Edge.endOfType(normal(first));
      boolean exact = true;
      for (int i = 0; i < asked.size(); i++) {
        Condition condition = asked.get(i);
        Object value = normal(condition.value());
        // Each comparison may hold for another element of an array.
        if (ValueOrder.type(value) != low.rank() || (multikey && i > 0)) {
          exact = false;
          continue;
        }
        switch (condition.comparison()) {
          case GREATER -> low = later(low, Edge.after(value));
          case GREATER_OR_EQUAL -> low = later(low, Edge.before(value));
          case LESS -> high = earlier(high, Edge.before(value));
          default -> high = earlier(high, Edge.after(value));
        }
      }
      return new Range(low, high, exact);
    }

    private static Edge later(Edge a, Edge b) {
      return ValueOrder.compare(a, b) >= 0 ? a : b;
    }

    private static Edge earlier(Edge a, Edge b) {
      return ValueOrder.compare(a, b) <= 0 ? a : b;
    }
  }
}
