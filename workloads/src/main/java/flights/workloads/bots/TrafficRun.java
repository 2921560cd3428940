package flights.workloads.bots;

import flights.core.text.Count;
import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Plays traffic: at the pace of the clock, or a time that is over as quickly as it can. */
final class TrafficRun {

  private static final long TOLD_EVERY = TimeUnit.SECONDS.toNanos(10);
  private static final int ENDS_WITHIN_SECONDS = 5;

  private final UserTable users;
  private final EventTopic events;
  private final PrintStream out;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private long viewCount;
  private long newUsers;
  private long orders;
  private long told = System.nanoTime();

  TrafficRun(UserTable users, EventTopic events, PrintStream out) {
    this.users = users;
    this.events = events;
    this.out = out;
  }

  /** Lets {@link #play} return, and waits for that, but not for ever. */
  void stop() throws InterruptedException {
    stopped.countDown();
    var unused = ended.await(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS);
  }

  /**
   * Returns before the first step at or after a time, with all events arrived; true then, and false
   * when it was stopped earlier.
   */
  boolean play(Traffic traffic, long until) throws InterruptedException {
    try {
      return playUntil(traffic, until);
    } finally {
      ended.countDown();
    }
  }

  private boolean playUntil(Traffic traffic, long until) throws InterruptedException {
    TrafficStep step = traffic.step();
    while (step.at() < until && !waits(step.at())) {
      take(step);
      tellNowAndThen(step.at());
      step = traffic.step();
    }
    users.flush();
    events.flush();
    tell(Math.min(step.at(), until));
    return step.at() >= until;
  }

  /** Until it is so late; whether it is stopped instead. */
  private boolean waits(long at) throws InterruptedException {
    long rest = at - System.currentTimeMillis();
    if (rest > 0) {
      users.flush();
    }
    return stopped.await(Math.max(0, rest), TimeUnit.MILLISECONDS);
  }

  private void take(TrafficStep step) {
    if (step instanceof TrafficStep.UserSaved saved) {
      users.save(saved.user());
      newUsers += saved.isNew() ? 1 : 0;
      orders += saved.isNew() ? 0 : 1;
    } else if (step instanceof TrafficStep.PageView view) {
      // A user is in the table before it is seen.
      users.flush();
      events.send(view);
      viewCount++;
    }
  }

  private void tellNowAndThen(long at) {
    if (System.nanoTime() - told > TOLD_EVERY) {
      told = System.nanoTime();
      tell(at);
    }
  }

  private void tell(long at) {
    out.printf(
        "%s of %s with %s until %s%n",
        Count.of(viewCount, "page view"),
        Count.of(newUsers, "user"),
        Count.of(orders, "order"),
        Instant.ofEpochMilli(at).truncatedTo(ChronoUnit.SECONDS));
  }
}
