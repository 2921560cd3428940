package flights.flight.spark.delay;

import java.io.Serializable;
import java.util.Arrays;
import java.util.function.ObjLongConsumer;

/** Sums by key. Safe to read from many threads once it is filled. */
final class History implements Sums, Serializable {

  private static final long serialVersionUID = 1;

  private long[] keys = new long[1 << 10];
  private int[] slots = new int[1 << 10];
  private double[] cells = new double[1 << 10];
  private int size;

  @Override
  public double sum(long key, HistorySum sum) {
    int at = probe(key);
    return keys[at] == key && key != Keys.NONE ? cells[slots[at] + sum.index()] : 0;
  }

  int size() {
    return size;
  }

  void forEach(ObjLongConsumer<double[]> consumer) {
    for (int at = 0; at < keys.length; at++) {
      if (keys[at] != Keys.NONE) {
        int from = slots[at];
        consumer.accept(Arrays.copyOfRange(cells, from, from + HistorySum.COUNT), keys[at]);
      }
    }
  }

  void put(long key, double[] values) {
    int slot = slot(key);
    System.arraycopy(values, 0, cells, slot, HistorySum.COUNT);
  }

  void putAll(History other) {
    other.forEach((sums, key) -> put(key, sums));
  }

  private int slot(long key) {
    int at = probe(key);
    if (keys[at] == key) {
      return slots[at];
    }
    if (size * 2 >= keys.length) {
      grow();
      at = probe(key);
    }
    if ((size + 1) * HistorySum.COUNT > cells.length) {
      cells = Arrays.copyOf(cells, cells.length * 2);
    }
    keys[at] = key;
    slots[at] = size++ * HistorySum.COUNT;
    return slots[at];
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldSlots = slots;
    keys = new long[oldKeys.length * 2];
    slots = new int[keys.length];
    for (int old = 0; old < oldKeys.length; old++) {
      if (oldKeys[old] != Keys.NONE) {
        int at = probe(oldKeys[old]);
        keys[at] = oldKeys[old];
        slots[at] = oldSlots[old];
      }
    }
  }

  /** Where the key is, or the empty place where it would be. */
  private int probe(long key) {
    int mask = keys.length - 1;
    int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 33) & mask;
    while (keys[at] != Keys.NONE && keys[at] != key) {
      at = at + 1 & mask;
    }
    return at;
  }
}
