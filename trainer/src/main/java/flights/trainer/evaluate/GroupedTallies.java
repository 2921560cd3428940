package flights.trainer.evaluate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The tally of all rows, and one for each value of each group column.
 *
 * @param <R> a row as it is counted
 */
final class GroupedTallies<R, T extends RowTally<R, T>> implements Serializable {

  /** More values than this in a group column would take too much memory. */
  static final int MOST_VALUES = 20_000;

  private static final long serialVersionUID = 1;

  /** What is counted, and how. */
  interface Counting<R, T> extends Serializable {

    /** Null for a row that cannot be used. */
    R read(Row row);

    T whole();

    T group();

    /** The place of the first group column. */
    int groupsAt();
  }

  private final Counting<R, T> counting;
  private final T whole;
  private final ArrayList<HashMap<String, T>> groups = new ArrayList<>();
  private long unusable;

  private GroupedTallies(Counting<R, T> counting, int groupColumns) {
    this.counting = counting;
    this.whole = counting.whole();
    for (int i = 0; i < groupColumns; i++) {
      groups.add(new HashMap<>());
    }
  }

  /** Throws {@link EvaluationException} when a group column has too many values. */
  static <R, T extends RowTally<R, T>> GroupedTallies<R, T> of(
      Dataset<Row> rows, Counting<R, T> counting, List<String> groupColumns) {
    int groups = groupColumns.size();
    FlatMapFunction<Iterator<Row>, GroupedTallies<R, T>> tally =
        part -> List.of(new GroupedTallies<>(counting, groups).addAll(part)).iterator();
    // Merged here in the order of the partitions: sums do not depend on which task ends first.
    GroupedTallies<R, T> all =
        rows.javaRDD().mapPartitions(tally).collect().stream()
            .reduce(new GroupedTallies<>(counting, groups), GroupedTallies::merge);
    for (int i = 0; i < groups; i++) {
      if (all.groups.get(i).size() >= MOST_VALUES) {
        throw new EvaluationException(
            "groups names %s, which has %,d values or more: too many to tell figures by"
                .formatted(groupColumns.get(i), MOST_VALUES));
      }
    }
    return all;
  }

  T whole() {
    return whole;
  }

  List<? extends Map<String, T>> groups() {
    return groups;
  }

  /** Rows that lack something; they are in no tally. */
  long unusable() {
    return unusable;
  }

  private GroupedTallies<R, T> addAll(Iterator<Row> rows) {
    while (rows.hasNext()) {
      Row row = rows.next();
      R read = counting.read(row);
      if (read == null) {
        unusable++;
      } else {
        add(row, read);
      }
    }
    return this;
  }

  private void add(Row row, R read) {
    whole.add(read);
    for (int i = 0; i < groups.size(); i++) {
      T tally = tally(groups.get(i), EvaluatedRows.group(row, counting.groupsAt() + i));
      if (tally != null) {
        tally.add(read);
      }
    }
  }

  private GroupedTallies<R, T> merge(GroupedTallies<R, T> other) {
    whole.merge(other.whole);
    unusable += other.unusable;
    for (int i = 0; i < groups.size(); i++) {
      HashMap<String, T> mine = groups.get(i);
      other
          .groups
          .get(i)
          .forEach(
              (value, theirs) -> {
                T tally = tally(mine, value);
                if (tally != null) {
                  tally.merge(theirs);
                }
              });
    }
    return this;
  }

  /** Null when there are too many, which is told at the end. */
  private T tally(HashMap<String, T> group, String value) {
    return group.size() < MOST_VALUES
        ? group.computeIfAbsent(value, v -> counting.group())
        : group.get(value);
  }
}
