package flights.model.delay;

import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Goes through the past block by block, as a server would have lived it: each block's flights are
 * first looked up in the history before it, which makes the samples, and then added to it. So a
 * sample never knows its own day, and a served flight is looked up in the same way.
 */
final class ForecasterTrainer {

  /** Of the timetable only the latest counts: this is left of it after a block. */
  private static final double TIMETABLE_FADE = 0.25;

  private static final int MAX_WARM_UP = 2;
  private static final int LEAST_BLOCKS = 8;

  private final FlownTable flights;
  private final Learning learning;
  private final History history = new History();
  private final HistoryReader reader;
  private final HistoryWriter writer = new HistoryWriter(history);
  private final Samples departed = new Samples();
  private final Samples all = new Samples();

  ForecasterTrainer(FlownTable flights, Learning learning) {
    this.flights = flights;
    this.learning = learning;
    reader = new HistoryReader(history, learning.smoothing());
  }

  /** Throws {@link IllegalArgumentException} when there is nothing to learn from. */
  Forecaster train() {
    if (flights.size() == 0) {
      throw new IllegalArgumentException("no flight with an arrival delay to learn from");
    }
    flights.roster().checkSizes();
    goThroughThePast();
    if (departed.size() == 0) {
      throw new IllegalArgumentException("no flight with a departure delay to learn from");
    }
    return new Forecaster(
        flights.roster(),
        reader,
        new Heads(head(Design.DEPARTED, departed), head(Design.NOT_DEPARTED, all)));
  }

  private Head head(Design design, Samples samples) {
    return new HeadTrainer(design, samples).train(learning.spreadBins(), learning.seed());
  }

  private void goThroughThePast() {
    int first = IntStream.range(0, flights.size()).map(flights::day).min().orElseThrow();
    int last = IntStream.range(0, flights.size()).map(flights::day).max().orElseThrow();
    int blockDays = Math.max(1, Math.min(learning.blockDays(), (last - first + 1) / LEAST_BLOCKS));
    int blocks = (last - first) / blockDays + 1;
    IntPredicate sampled = sampled();
    double fade = Math.pow(0.5, blockDays / learning.halfLifeDays());
    int[][] members = members(first, blockDays, blocks);
    for (int block = 0; block < blocks; block++) {
      boolean warm = block >= Math.min(MAX_WARM_UP, blocks / 4);
      Background[] before = lookUp(members[block], warm ? sampled : i -> false);
      Season season = Season.of(flights, members[block]);
      history.fade(fade, TIMETABLE_FADE);
      for (int i = 0; i < before.length; i++) {
        writer.add(flights.get(members[block][i]), before[i], season);
      }
    }
  }

  private Background[] lookUp(int[] members, IntPredicate sampled) {
    Background[] backgrounds = new Background[members.length];
    for (int i = 0; i < members.length; i++) {
      Flown flown = flights.get(members[i]);
      backgrounds[i] = reader.of(flown.codes(), flown.miles());
      if (sampled.test(members[i])) {
        all.add(flown, backgrounds[i]);
        if (flown.departed()) {
          departed.add(flown, backgrounds[i]);
        }
      }
    }
    return backgrounds;
  }

  private int[][] members(int first, int blockDays, int blocks) {
    int[] sizes = new int[blocks];
    for (int i = 0; i < flights.size(); i++) {
      sizes[(flights.day(i) - first) / blockDays]++;
    }
    int[][] members = IntStream.of(sizes).mapToObj(int[]::new).toArray(int[][]::new);
    for (int i = flights.size() - 1; i >= 0; i--) {
      int block = (flights.day(i) - first) / blockDays;
      members[block][--sizes[block]] = i;
    }
    return members;
  }

  private IntPredicate sampled() {
    double share = (double) learning.maxSamples() / flights.size();
    return i -> new SplittableRandom(learning.seed() * 31 + i).nextDouble() < share;
  }
}
