package flights.workloads.sales;

import flights.workloads.chance.SeededNumbers;

/** Draws exactly so many of so many, in their order, each with the same chance. */
final class SlotDraw {

  private final SeededNumbers numbers;
  private long wanted;
  private long left;

  SlotDraw(long wanted, long of, SeededNumbers numbers) {
    this.wanted = wanted;
    this.left = of;
    this.numbers = numbers;
  }

  /** Whether the next one is drawn. */
  boolean next() {
    boolean drawn = numbers.uniform() * left < wanted;
    left--;
    if (drawn) {
      wanted--;
    }
    return drawn;
  }
}
