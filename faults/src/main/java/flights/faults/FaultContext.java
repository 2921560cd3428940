package flights.faults;

import java.time.Duration;

/**
 * What a fault is done to.
 *
 * @param <S> the kind of system
 */
final class FaultContext<S extends FaultTarget> {

  private static final Duration LONGEST = Duration.ofMinutes(3);

  private final S system;
  private final SteadyLoad load;
  private final AnswerProbe probe;
  private final boolean isShort;
  private long recoverMillis = -1;

  FaultContext(S system, SteadyLoad load, AnswerProbe probe, boolean isShort) {
    this.system = system;
    this.load = load;
    this.probe = probe;
    this.isShort = isShort;
  }

  S system() {
    return system;
  }

  SteadyLoad load() {
    return load;
  }

  boolean isShort() {
    return isShort;
  }

  /** So long, or a fifth of it in the short form. */
  Duration seconds(int full) {
    return Duration.ofMillis(isShort ? full * 200L : full * 1_000L);
  }

  void pause(int full) throws InterruptedException {
    Thread.sleep(seconds(full).toMillis());
  }

  /** The version that answers now; waits until one does. */
  String awaitAnswer() throws InterruptedException {
    return probe.awaitAnswer(LONGEST);
  }

  /** The fault is over: from now on it counts how long it takes until there is an answer. */
  void isOver() throws InterruptedException {
    isOverSince(System.nanoTime());
  }

  /**
   * As {@link #isOver}, where what is measured began earlier.
   *
   * @param nanos what {@link System#nanoTime} was then
   */
  void isOverSince(long nanos) throws InterruptedException {
    if (recoverMillis < 0) {
      awaitAnswer();
      recoverMillis = (System.nanoTime() - nanos) / 1_000_000;
    }
  }

  long recoverMillis() {
    return recoverMillis;
  }
}
