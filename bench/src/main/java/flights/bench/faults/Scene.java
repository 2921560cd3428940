package flights.bench.faults;

import java.time.Duration;

/** What a fault is done to. */
final class Scene {

  private static final Duration LONGEST = Duration.ofMinutes(3);

  private final Yard yard;
  private final Load load;
  private final Prober prober;
  private final boolean isShort;
  private long recoverMillis = -1;

  Scene(Yard yard, Load load, Prober prober, boolean isShort) {
    this.yard = yard;
    this.load = load;
    this.prober = prober;
    this.isShort = isShort;
  }

  Yard yard() {
    return yard;
  }

  Load load() {
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
    return prober.awaitAnswer(LONGEST);
  }

  /** The fault is over: from now on it counts how long it takes until there is an answer. */
  void isOver() throws InterruptedException {
    if (recoverMillis < 0) {
      long over = System.nanoTime();
      awaitAnswer();
      recoverMillis = (System.nanoTime() - over) / 1_000_000;
    }
  }

  long recoverMillis() {
    return recoverMillis;
  }
}
