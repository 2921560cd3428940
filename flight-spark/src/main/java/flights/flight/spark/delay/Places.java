package flights.flight.spark.delay;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Set;

/**
 * Keys in blocks, numbered from 1 in their order.
 *
 * @param keys sorted
 * @param blocks of the keys, sorted for each
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Places(long[] keys, int[] blocks) implements Serializable {

  /** A key in a block. */
  record Place(long key, int block) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byKey = Long.compare(key, other.key);
      return byKey != 0 ? byKey : Integer.compare(block, other.block);
    }
  }

  static Places of(Set<Place> places) {
    Place[] sorted = places.toArray(Place[]::new);
    Arrays.sort(sorted);
    return new Places(
        Arrays.stream(sorted).mapToLong(Place::key).toArray(),
        Arrays.stream(sorted).mapToInt(Place::block).toArray());
  }

  /** 0 when it is none of them. */
  int number(long key, int block) {
    int from = Arrays.binarySearch(keys, key);
    if (from < 0) {
      return 0;
    }
    int at = from;
    while (at > 0 && keys[at - 1] == key && blocks[at] > block) {
      at--;
    }
    while (at < keys.length - 1 && keys[at + 1] == key && blocks[at] < block) {
      at++;
    }
    return blocks[at] == block ? at + 1 : 0;
  }
}
