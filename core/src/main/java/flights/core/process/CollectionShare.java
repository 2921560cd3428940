package flights.core.process;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Which part of the latest time a process has spent on collecting garbage. */
final class CollectionShare {

  private final long periodNanos;
  private final Deque<Reading> readings = new ArrayDeque<>();

  private record Reading(long nanos, long collectingMillis) {}

  CollectionShare(Duration period) {
    periodNanos = period.toNanos();
  }

  /**
   * Between 0 and 1; 0 until a whole period has been seen.
   *
   * @param nanos what the clock says
   * @param collectingMillis since the start of the process
   */
  double at(long nanos, long collectingMillis) {
    Reading now = new Reading(nanos, collectingMillis);
    readings.addLast(now);
    Reading first = readings.peekFirst();
    if (nanos - first.nanos < periodNanos) {
      return 0;
    }
    double share = (now.collectingMillis - first.collectingMillis) * 1e6 / (nanos - first.nanos);
    while (nanos - readings.peekFirst().nanos >= periodNanos) {
      readings.removeFirst();
    }
    return share;
  }
}
