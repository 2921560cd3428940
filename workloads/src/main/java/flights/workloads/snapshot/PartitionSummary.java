package flights.workloads.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;

/** One partition as it is summed up, in memory and, now and then, in its file. */
final class PartitionSummary<R, S> {

  private final Summary<R, S> summary;
  private final SnapshotFile<S> file;
  private final SummaryCounts counts;
  private Snapshot<S> snapshot;
  private boolean changed;

  /** Throws IllegalStateException when its file cannot be used. */
  PartitionSummary(Summary<R, S> summary, SnapshotFile<S> file, SummaryCounts counts) {
    this.summary = summary;
    this.file = file;
    this.counts = counts;
    snapshot = file.read();
  }

  /** Where to go on. */
  long offset() {
    return snapshot.offset();
  }

  /** For one that has nothing yet: the earlier messages are no longer there. */
  void beginAt(long offset) {
    snapshot = new Snapshot<>(snapshot.partition(), offset, snapshot.entries());
  }

  SnapshotFile<S> file() {
    return file;
  }

  void take(long offset, byte[] message) {
    snapshot = new Snapshot<>(snapshot.partition(), offset + 1, snapshot.entries());
    changed = true;
    counts.read.increment();
    R row = decoded(message);
    if (row == null) {
      counts.passedOver.increment();
      return;
    }
    String key = summary.key(row);
    S before = snapshot.entries().get(key);
    S after = summary.add(before, row);
    if (after == before) {
      counts.ignored.increment();
    } else {
      snapshot.entries().put(key, after);
    }
  }

  /** Null for what cannot be read, or has no place in the file. */
  private R decoded(byte[] message) {
    try {
      R row = message == null ? null : summary.decode(message);
      return row == null || !SnapshotFile.canHold(summary.key(row)) ? null : row;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  void save() {
    if (!changed) {
      return;
    }
    try {
      file.write(snapshot);
      changed = false;
    } catch (IOException e) {
      throw new UncheckedIOException(file.path() + " cannot be written: " + e.getMessage(), e);
    }
  }
}
