package flights.standalone.store.query;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** MongoDB's order of values: first by type, then by value; and the edges between them. */
public final class ValueOrder {

  private static final List<Class<?>> TYPES =
      List.of(
          MinKey.class,
          Missing.class,
          Number.class,
          String.class,
          Document.class,
          Collection.class,
          BinData.class,
          LegacyUUID.class,
          UUID.class,
          ObjectId.class,
          Boolean.class,
          Instant.class,
          BsonTimestamp.class,
          BsonRegularExpression.class,
          MaxKey.class);

  private static final int MISSING = TYPES.indexOf(Missing.class);
  private static final int NUMBER = TYPES.indexOf(Number.class);
  private static final int TEXT = TYPES.indexOf(String.class);
  private static final int DATE = TYPES.indexOf(Instant.class);

  private ValueOrder() {}

  /**
   * A place between values, that no value is equal to.
   *
   * @param value null for a place at an end of a type
   * @param rank of the value's type
   * @param after whether it is behind, or before, all that is equal to the value or of the type
   */
  public record Edge(Object value, int rank, boolean after) {

    public static final Edge LOWEST = new Edge(null, -1, false);
    public static final Edge HIGHEST = new Edge(null, Integer.MAX_VALUE, true);

    static Edge before(Object value) {
      return new Edge(value, type(value), false);
    }

    static Edge after(Object value) {
      return new Edge(value, type(value), true);
    }

    static Edge startOfType(Object value) {
      return new Edge(null, type(value), false);
    }

    static Edge endOfType(Object value) {
      return new Edge(null, type(value), true);
    }
  }

  /** Of values, missing ones and {@link Edge}s. */
  public static int compare(Object a, Object b) {
    if (a instanceof Edge edge) {
      return b instanceof Edge other ? compareEdges(edge, other) : -compareToEdge(b, edge);
    }
    return b instanceof Edge edge ? compareToEdge(a, edge) : compareValues(a, b);
  }

  private static int compareToEdge(Object value, Edge edge) {
    int result =
        edge.value == null
            ? Integer.compare(type(value), edge.rank)
            : compareValues(value, edge.value);
    return result != 0 ? result : edge.after ? -1 : 1;
  }

  private static int compareEdges(Edge a, Edge b) {
    int result = Integer.compare(a.rank, b.rank);
    if (result == 0 && a.value != null && b.value != null) {
      result = compareValues(a.value, b.value);
    } else if (result == 0 && a.value != null) {
      return b.after ? -1 : 1;
    } else if (result == 0 && b.value != null) {
      return a.after ? 1 : -1;
    }
    return result != 0 ? result : Boolean.compare(a.after, b.after);
  }

  static int compareValues(Object a, Object b) {
    if (a instanceof String text && b instanceof String other) {
      return text.compareTo(other);
    }
    if (a instanceof Number number && b instanceof Number other) {
      return compareNumbers(number, other);
    }
    if (a instanceof Instant date && b instanceof Instant other) {
      return date.compareTo(other);
    }
    int types = Integer.compare(type(a), type(b));
    if (types != 0 || Missing.isNullOrMissing(a) || a instanceof MinKey || a instanceof MaxKey) {
      return types;
    }
    return a instanceof BsonRegularExpression
        ? a.toString().compareTo(b.toString())
        : ValueComparator.ascWithoutListHandling().compare(a, b);
  }

  private static int compareNumbers(Number a, Number b) {
    if (isWhole(a) && isWhole(b)) {
      return Long.compare(a.longValue(), b.longValue());
    }
    if (a instanceof Decimal128 || b instanceof Decimal128) {
      return ValueComparator.ascWithoutListHandling().compare(a, b);
    }
    double left = a.doubleValue();
    double right = b.doubleValue();
    // MongoDB has one zero, and puts what is not a number before all numbers.
    return left == right
        ? 0
        : Double.isNaN(left)
            ? (Double.isNaN(right) ? 0 : -1)
            : Double.isNaN(right) ? 1 : Double.compare(left, right);
  }

  private static boolean isWhole(Number number) {
    return number instanceof Integer || number instanceof Long;
  }

  /** The rank of a value's type. */
  static int type(Object value) {
    // Most are one of these, and each is compared many times.
    if (value instanceof Number) {
      return NUMBER;
    }
    if (value instanceof String) {
      return TEXT;
    }
    if (value instanceof Instant) {
      return DATE;
    }
    if (value == null) {
      return MISSING;
    }
    for (int i = 0; i < TYPES.size(); i++) {
      if (TYPES.get(i).isInstance(value)) {
        return i;
      }
    }
    return TYPES.size();
  }

  /**
   * Whether an index tells such values apart as a filter does, so that nothing need be looked at
   * twice.
   */
  static boolean isPlain(Object value) {
    return value instanceof Number
        || value instanceof String
        || value instanceof Instant
        || value instanceof Boolean
        || value instanceof ObjectId
        || value instanceof UUID;
  }
}
