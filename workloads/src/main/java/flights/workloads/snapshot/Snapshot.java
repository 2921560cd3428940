package flights.workloads.snapshot;

import java.util.Map;

/**
 * What a partition came to.
 *
 * @param offset of the first message that is not in it
 * @param entries what is kept, by key
 */
record Snapshot<S>(int partition, long offset, Map<String, S> entries) {

  Snapshot {
    if (offset < 0) {
      throw new IllegalArgumentException("its offset is " + offset);
    }
  }
}
