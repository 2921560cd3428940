package flights.trainer.evaluate;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a fit took.
 *
 * @param peakBytes the sum of what each part of this process's heap held at its fullest, garbage
 *     included: an upper bound of the need, and no more than the heap that Java was given
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record FitCost(double seconds, long peakBytes) {

  /**
   * Runs a fit and says what it took. Heap that anything else takes at the same time counts too.
   */
  public static <T> Measured<T> measure(Supplier<T> fit) {
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
    return new Measured<>(fitted, new FitCost(seconds, peak));
  }

  /** What was fitted, and what that took. */
  public record Measured<T>(T value, FitCost cost) {}
}
