package flights.model.delay;

import java.util.SplittableRandom;

/**
 * Goes through the past block by block, as a server would have lived it: each block's flights are
 * first looked up in the history before it, which makes the samples, and then added to it. So a
 * sample never knows its own day, and a served flight is looked up in the same way.
 */
final class ForecasterTrainer {

  private static final int MAX_WARM_UP = 2;

  /** With fewer flights whose timetable is told, nothing is learnt of them on their own. */
  private static final int ENOUGH = 1000;

  private final FlownTable flights;
  private final Learning learning;
  private final SamplePair scheduled = new SamplePair();
  private final SamplePair unscheduled = new SamplePair();

  ForecasterTrainer(FlownTable flights, Learning learning) {
    this.flights = flights;
    this.learning = learning;
  }

  /** Throws {@link IllegalArgumentException} when there is nothing to learn from. */
  Forecaster train() {
    if (flights.size() == 0) {
      throw new IllegalArgumentException("no flight with an arrival delay to learn from");
    }
    flights.roster().checkSizes();
    HistoryReader reader = goThroughThePast();
    if (unscheduled.departed().size() == 0) {
      throw new IllegalArgumentException("no flight with a departure delay to learn from");
    }
    Heads.Pair usual = unscheduled.train(learning);
    Heads.Pair exact = scheduled.departed().size() < ENOUGH ? usual : scheduled.train(learning);
    return new Forecaster(flights.roster(), reader, new Heads(exact, usual));
  }

  private HistoryReader goThroughThePast() {
    Blocks blocks = Blocks.of(flights, learning.blockDays());
    double retiming = Retiming.learn(flights, blocks, learning);
    Chronicle chronicle = new Chronicle(flights, blocks, learning, retiming);
    int warm = Math.min(MAX_WARM_UP, blocks.count() / 4);
    for (int block = 0; block < blocks.count(); block++) {
      Chronicle.Witness witness =
          block < warm
              ? (i, flown, before) -> {}
              : (i, flown, before) -> sample(i, flown, before, chronicle.reader());
      chronicle.live(blocks.members()[block], witness);
    }
    return chronicle.reader();
  }

  private void sample(int index, Flown flown, Background before, HistoryReader reader) {
    if (sampled(index, 0)) {
      unscheduled.add(flown, before);
    }
    if (flown.schedule().known() && sampled(index, 1)) {
      scheduled.add(flown, reader.of(flown.codes(), flown.miles(), flown.schedule()));
    }
  }

  /** Whether a flight is regressed on, as one whose timetable is told, or is not. */
  private boolean sampled(int index, int kind) {
    double share = learning.maxSamples() / 2.0 / flights.size();
    return share >= 1
        || new SplittableRandom(learning.seed() * 31 + 2L * index + kind).nextDouble() < share;
  }
}
