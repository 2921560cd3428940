package flights.core.process;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Ends this process when it can do its work no more: nearly all of its time goes into collecting
 * garbage, or threads wait for each other for ever. Whoever watches it starts another.
 */
final class SelfCheck {

  /** Exit codes that nothing else uses. */
  private static final int COLLECTING = 81;

  private static final int DEADLOCK = 82;

  private static final Duration PERIOD = Duration.ofMinutes(1);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
  private static final double MOST_COLLECTING = 0.8;

  private SelfCheck() {}

  static void start() {
    Daemon.start("self-check", SelfCheck::run);
  }

  private static void run() throws InterruptedException {
    CollectionShare collecting = new CollectionShare(PERIOD);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    while (true) {
      double share = collecting.at(System.nanoTime(), collectingMillis());
      if (share > MOST_COLLECTING) {
        end(
            COLLECTING,
            "%.0f%% of the last minute went into collecting garbage: it needs a larger heap"
                .formatted(share * 100));
      }
      long[] stuck = threads.findDeadlockedThreads();
      if (stuck != null) {
        end(DEADLOCK, "these threads wait for each other for ever: " + names(threads, stuck));
      }
      Thread.sleep(LOOK_EVERY.toMillis());
    }
  }

  private static long collectingMillis() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .sum();
  }

  private static String names(ThreadMXBean threads, long[] ids) {
    return Arrays.stream(threads.getThreadInfo(ids))
        .filter(Objects::nonNull)
        .map(ThreadInfo::getThreadName)
        .collect(Collectors.joining(", "));
  }

  private static void end(int code, String reason) {
    System.out.println(reason);
    // Not by exit: what is to be done at the end would never come to it.
    Runtime.getRuntime().halt(code);
  }
}
