package flights.workloads.snapshot;

import java.util.concurrent.atomic.LongAdder;

/** What has been read since the start; those ignored or passed over are among those read. */
public final class SummaryCounts {

  final LongAdder read = new LongAdder();
  final LongAdder ignored = new LongAdder();
  final LongAdder passedOver = new LongAdder();

  public long read() {
    return read.sum();
  }

  /** Messages that change nothing, such as those that were sent again. */
  public long ignored() {
    return ignored.sum();
  }

  /** Messages that could not be read. */
  public long passedOver() {
    return passedOver.sum();
  }
}
