package flights.web.answers;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/**
 * An answer that somebody waits for. Falls due when the store is to be looked into for it: at once
 * unless that is put off, then often while it is young, since its answer may have passed on Kafka
 * just before it came; then every second; and finally when its patience ends.
 */
final class PendingAnswer implements Delayed {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final long TENTH = SECOND / 10;
  private static final long HUNDREDTH = SECOND / 100;
  private static final long GRACE_MILLIS = 500;

  private final String id;
  private final CompletableFuture<Answer> answer = new CompletableFuture<>();
  private final long startNanos = System.nanoTime();
  private final long endNanos;
  private volatile long dueNanos = startNanos;

  PendingAnswer(String id, Duration patience) {
    this.id = id;
    this.endNanos = startNanos + patience.toNanos();
    // The last look is what ends the wait; this does when the store hangs.
    answer.completeOnTimeout(
        Answer.waiting(id), patience.toMillis() + GRACE_MILLIS, TimeUnit.MILLISECONDS);
  }

  String id() {
    return id;
  }

  CompletableFuture<Answer> answer() {
    return answer;
  }

  /** Falls due later, because it is expected elsewhere before. */
  void putOff(long nanos) {
    fallDue(startNanos + nanos, TENTH);
  }

  /** Takes note that the store did not have it; whether a later look may still be in time. */
  boolean lookAgain(long lookedNanos) {
    if (lookedNanos - endNanos >= 0) {
      answer.complete(Answer.waiting(id));
      return false;
    }
    fallDue(lookedNanos, beat(lookedNanos - startNanos));
    return !answer.isDone();
  }

  /** All fall due on the same beat, so that one query serves them all. */
  private void fallDue(long afterNanos, long beat) {
    long next = (Math.floorDiv(afterNanos, beat) + 1) * beat;
    dueNanos = next - endNanos < 0 ? next : endNanos;
  }

  private static long beat(long age) {
    return age < TENTH ? HUNDREDTH : age < SECOND ? TENTH : SECOND;
  }

  @Override
  public long getDelay(TimeUnit unit) {
    return unit.convert(dueNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  @Override
  public int compareTo(Delayed other) {
    return Long.signum(dueNanos - ((PendingAnswer) other).dueNanos);
  }
}
