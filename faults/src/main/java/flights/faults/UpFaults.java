package flights.faults;

import flights.bench.watch.Service;
import flights.bench.watch.Services;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What is done to a {@code ./flights up}, which has to act by itself. */
final class UpFaults {

  private static final String REASON = "answered nobody for 30 s";
  private static final Duration WATCHDOG_ACTS_WITHIN = Duration.ofMinutes(3);

  /** Two seconds, and what a busy machine adds to that. */
  private static final Duration CHILDREN_END_WITHIN = Duration.ofSeconds(4);

  private static final long LOOK_EVERY_MILLIS = 5;

  private UpFaults() {}

  static String storeHangs(FaultContext<UpSystem> context) throws Exception {
    UpSystem up = context.system();
    Service store = up.service(Services.STORE);
    long stopped = System.nanoTime();
    up.signal("STOP", store.pid());
    double ended = secondsUntilEnded(List.of(store), stopped, WATCHDOG_ACTS_WITHIN);
    context.isOver();
    up.requireSaid("store has " + REASON + ": ending it");
    up.requireStatus("store: it " + REASON);
    return String.format(
        Locale.ROOT, "up ended it after %.0f s; its log and status tell why", ended);
  }

  static String parentKilled(FaultContext<UpSystem> context) throws Exception {
    UpSystem up = context.system();
    List<Service> children =
        up.parent().descendants().map(it -> new Service("child", it.pid())).toList();
    long killed = System.nanoTime();
    up.parent().destroyForcibly();
    double ended = secondsUntilEnded(children, killed, CHILDREN_END_WITHIN);
    up.startAgain();
    context.isOverSince(killed);
    return String.format(
        Locale.ROOT, "its %d processes had ended %.1f s later", children.size(), ended);
  }

  private static double secondsUntilEnded(List<Service> processes, long since, Duration limit)
      throws InterruptedException {
    while (!processes.stream().allMatch(Service::hasEnded)) {
      if (System.nanoTime() - since > limit.toNanos()) {
        throw new IllegalStateException(
            processes.stream().filter(it -> !it.hasEnded()).toList()
                + " run on after "
                + limit.toSeconds()
                + " s");
      }
      Thread.sleep(LOOK_EVERY_MILLIS);
    }
    return (System.nanoTime() - since) / 1e9;
  }
}
