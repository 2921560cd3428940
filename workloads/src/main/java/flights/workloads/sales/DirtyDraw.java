package flights.workloads.sales;

import flights.workloads.chance.SeededNumbers;
import java.util.EnumMap;
import java.util.Map;

/** Draws which rows are wrong and in what way: exactly so many in each, anywhere in the file. */
final class DirtyDraw {

  private static final DirtyKind[] KINDS = DirtyKind.values();

  /** A share such as 0.006 is no exact number. */
  private static final double ALMOST = 1e-9;

  private final long[] wanted = new long[KINDS.length];
  private final Map<DirtyKind, Long> counts = new EnumMap<>(DirtyKind.class);
  private final SeededNumbers numbers;
  private final long slots;
  private long left;

  /**
   * For a file.
   *
   * @param rows of the file, wrong and doubled ones included
   */
  DirtyDraw(long rows, Map<DirtyKind, Double> shares, SeededNumbers numbers) {
    this.numbers = numbers;
    double all = 0;
    for (DirtyKind kind : KINDS) {
      double share = shares.getOrDefault(kind, 0.0);
      // A duplicate needs a row that is right.
      all += kind == DirtyKind.DUPLICATE ? 2 * share : share;
      wanted[kind.ordinal()] = (long) (rows * share + ALMOST);
      counts.put(kind, wanted[kind.ordinal()]);
    }
    if (all > 1) {
      throw new SalesException(
          "the shares under dirty in rules.yaml are too many: their sum, with duplicate twice, is %.3f, but may be 1"
              .formatted(all));
    }
    slots = rows - counts.get(DirtyKind.DUPLICATE);
    left = slots;
  }

  /** The rows without those that double another. */
  long slots() {
    return slots;
  }

  Map<DirtyKind, Long> counts() {
    return Map.copyOf(counts);
  }

  /** In what way the next of those is wrong, or null; one that is DUPLICATE is to be doubled. */
  DirtyKind next() {
    double drawn = numbers.uniform() * left--;
    for (DirtyKind kind : KINDS) {
      long some = wanted[kind.ordinal()];
      if (drawn < some) {
        wanted[kind.ordinal()]--;
        return kind;
      }
      drawn -= some;
    }
    return null;
  }
}
