package flights.trainer.evaluate;

import flights.core.card.FitCost;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** What was fitted, and what that took. */
public record MeasuredFit<T>(T value, FitCost cost) {

  /**
   * Runs a fit and says what it took. Heap that anything else takes at the same time counts too.
   */
  public static <T> MeasuredFit<T> of(Supplier<T> fit) {
    // Else what the run before has left behind would count.
    System.gc();
    List<MemoryPoolMXBean> heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    heap.forEach(MemoryPoolMXBean::resetPeakUsage);
    long start = System.nanoTime();
    T fitted = fit.get();
    double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1e3;
    long peak = heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    return new MeasuredFit<>(fitted, new FitCost(seconds, peak));
  }
}
