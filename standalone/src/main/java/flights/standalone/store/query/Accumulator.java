package flights.standalone.store.query;

import static de.bwaldvogel.mongo.backend.Missing.isNullOrMissing;

import de.bwaldvogel.mongo.backend.NumericUtils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.TreeSet;

/** Makes one value of those of all documents of a group. */
abstract class Accumulator {

  private static final int UNKNOWN = 15952;

  /** Takes the next value; what it keeps of it is held by the query. */
  abstract void add(Object value, Query query);

  abstract Object result();

  /** A new one; the name is that of MongoDB's manual. */
  static Accumulator of(String name) {
    return switch (name) {
      case "$sum" -> new Sum();
      case "$avg" -> new Average();
      case "$stdDevPop" -> new Deviation(false);
      case "$stdDevSamp" -> new Deviation(true);
      case "$min" -> new Chosen((kept, value) -> compare(value, kept) < 0);
      case "$max" -> new Chosen((kept, value) -> compare(value, kept) > 0);
      case "$first" -> new First();
      case "$last" -> new Last();
      case "$push" -> new Push();
      case "$addToSet" -> new AddToSet();
      case "$mergeObjects" -> new MergeObjects();
      default -> throw unknown(name);
    };
  }

  static MongoServerError unknown(String name) {
    return new MongoServerError(UNKNOWN, "unknown group operator '" + name + "'");
  }

  private static int compare(Object a, Object b) {
    return ValueOrder.compareValues(a, b);
  }

  private static Object orNull(Object value) {
    return isNullOrMissing(value) ? null : value;
  }

  private static final class Sum extends Accumulator {
    private Number sum = 0;

    @Override
    void add(Object value, Query query) {
      if (value instanceof Number number) {
        sum = NumericUtils.addNumbers(sum, number);
      }
    }

    @Override
    Object result() {
      return sum;
    }
  }

  private static final class Average extends Accumulator {
    private final DoubleSummaryStatistics numbers = new DoubleSummaryStatistics();

    @Override
    void add(Object value, Query query) {
      if (value instanceof Number number) {
        numbers.accept(number.doubleValue());
      }
    }

    @Override
    Object result() {
      return numbers.getCount() == 0 ? null : numbers.getAverage();
    }
  }

  /** Standard deviation, by Welford's method. */
  private static final class Deviation extends Accumulator {
    private final boolean sample;
    private long count;
    private double mean;
    private double squares;

    Deviation(boolean sample) {
      this.sample = sample;
    }

    @Override
    void add(Object value, Query query) {
      if (value instanceof Number number) {
        count++;
        double difference = number.doubleValue() - mean;
        mean += difference / count;
        squares += difference * (number.doubleValue() - mean);
      }
    }

    @Override
    Object result() {
      long degrees = sample ? count - 1 : count;
      return degrees <= 0 ? null : Math.sqrt(squares / degrees);
    }
  }

  private static final class Chosen extends Accumulator {
    private interface Better {
      boolean than(Object kept, Object value);
    }

    private final Better better;
    private Object kept;

    Chosen(Better better) {
      this.better = better;
    }

    @Override
    void add(Object value, Query query) {
      if (!isNullOrMissing(value) && (kept == null || better.than(kept, value))) {
        hold(kept, value, query);
        kept = value;
      }
    }

    @Override
    Object result() {
      return kept;
    }
  }

  private static void hold(Object before, Object value, Query query) {
    if (before != null) {
      query.release(HeapSize.of(before));
    }
    if (value != null) {
      query.hold(HeapSize.of(value));
    }
  }

  private static final class First extends Accumulator {
    private boolean taken;
    private Object kept;

    @Override
    void add(Object value, Query query) {
      if (!taken) {
        taken = true;
        kept = orNull(value);
        hold(null, kept, query);
      }
    }

    @Override
    Object result() {
      return kept;
    }
  }

  private static final class Last extends Accumulator {
    private Object kept;

    @Override
    void add(Object value, Query query) {
      Object last = orNull(value);
      hold(kept, last, query);
      kept = last;
    }

    @Override
    Object result() {
      return kept;
    }
  }

  private static final class Push extends Accumulator {
    private final List<Object> kept = new ArrayList<>();

    @Override
    void add(Object value, Query query) {
      if (!(value instanceof de.bwaldvogel.mongo.backend.Missing)) {
        query.hold(HeapSize.of(value));
        kept.add(value);
      }
    }

    @Override
    Object result() {
      return kept;
    }
  }

  private static final class AddToSet extends Accumulator {
    private static final int NODE = 48;

    private final TreeSet<Object> kept = new TreeSet<>(Accumulator::compare);

    @Override
    void add(Object value, Query query) {
      if (!(value instanceof de.bwaldvogel.mongo.backend.Missing) && kept.add(value)) {
        query.hold(NODE + HeapSize.of(value));
      }
    }

    @Override
    Object result() {
      return new ArrayList<>(kept);
    }
  }

  private static final class MergeObjects extends Accumulator {
    private final Document merged = new Document();

    @Override
    void add(Object value, Query query) {
      if (value instanceof Document document) {
        long before = HeapSize.of(merged);
        merged.putAll(document);
        long more = HeapSize.of(merged) - before;
        if (more > 0) {
          query.hold(more);
        }
      }
    }

    @Override
    Object result() {
      return merged;
    }
  }

  /** The last few that came. */
  static final class Newest extends Accumulator {
    private final Deque<Object> kept = new ArrayDeque<>();
    private final int most;

    Newest(int most) {
      this.most = most;
    }

    @Override
    void add(Object value, Query query) {
      query.hold(HeapSize.of(value));
      kept.add(value);
      if (kept.size() > most) {
        query.release(HeapSize.of(kept.remove()));
      }
    }

    @Override
    Object result() {
      return kept.stream().map(value -> ((Document) value).get("value")).toList();
    }
  }

  /** The first few in some order; a list, or the one value alone. */
  static final class Few extends Accumulator {

    private final Comparator<Object> order;
    private final int most;
    private final boolean list;
    private final List<Object> kept = new ArrayList<>();

    /**
     * @param order that of the values as they are added
     */
    Few(Comparator<Object> order, int most, boolean list) {
      this.order = order;
      this.most = most;
      this.list = list;
    }

    @Override
    void add(Object value, Query query) {
      int at = Collections.binarySearch(kept, value, order);
      // Equal ones stay in the order in which they came.
      int place = at < 0 ? -at - 1 : at;
      while (place < kept.size() && order.compare(kept.get(place), value) == 0) {
        place++;
      }
      if (place < most) {
        query.hold(HeapSize.of(value));
        kept.add(place, value);
        if (kept.size() > most) {
          query.release(HeapSize.of(kept.remove(most)));
        }
      }
    }

    @Override
    Object result() {
      List<Object> values = kept.stream().map(value -> ((Document) value).get("value")).toList();
      return list ? values : values.isEmpty() ? null : values.get(0);
    }
  }
}
