package flights.flight.spark.delay;

import java.util.SplittableRandom;
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

  /** With fewer flights whose timetable is told, nothing is learnt of them on their own. */
  private static final int ENOUGH = 1000;

  private final ArrivedFlights flights;
  private final Learning learning;
  private final History history = new History();
  private final HistoryReader reader;
  private final HistoryWriter writer = new HistoryWriter(history);
  private final SamplePair scheduled = new SamplePair();
  private final SamplePair unscheduled = new SamplePair();

  ForecasterTrainer(ArrivedFlights flights, Learning learning) {
    this.flights = flights;
    this.learning = learning;
    reader = new HistoryReader(history, learning.smoothing(), learning.retiming());
  }

  /** Throws {@link IllegalArgumentException} when there is nothing to learn from. */
  Forecaster train() {
    if (flights.size() == 0) {
      throw new IllegalArgumentException("no flight with an arrival delay to learn from");
    }
    flights.roster().checkSizes();
    goThroughThePast();
    if (unscheduled.departed().size() == 0) {
      throw new IllegalArgumentException("no flight with a departure delay to learn from");
    }
    Heads.Pair usual = unscheduled.train(learning);
    Heads.Pair exact = scheduled.departed().size() < ENOUGH ? usual : scheduled.train(learning);
    return new Forecaster(flights.roster(), reader, new Heads(exact, usual));
  }

  private void goThroughThePast() {
    int first = IntStream.range(0, flights.size()).map(flights::day).min().orElseThrow();
    int last = IntStream.range(0, flights.size()).map(flights::day).max().orElseThrow();
    int blockDays = Math.max(1, Math.min(learning.blockDays(), (last - first + 1) / LEAST_BLOCKS));
    int blocks = (last - first) / blockDays + 1;
    double fade = Math.pow(0.5, blockDays / learning.halfLifeDays());
    int[][] members = members(first, blockDays, blocks);
    for (int block = 0; block < blocks; block++) {
      boolean warm = block >= Math.min(MAX_WARM_UP, blocks / 4);
      Background[] before = lookUp(members[block], warm);
      Season season = Season.of(flights, members[block]);
      history.fade(fade, TIMETABLE_FADE);
      for (int i = 0; i < before.length; i++) {
        writer.add(flights.get(members[block][i]), before[i], season);
      }
    }
  }

  private Background[] lookUp(int[] members, boolean warm) {
    Background[] backgrounds = new Background[members.length];
    for (int i = 0; i < members.length; i++) {
      ArrivedFlight flown = flights.get(members[i]);
      backgrounds[i] = reader.of(flown.codes(), flown.miles(), Schedule.UNKNOWN);
      if (warm && sampled(members[i], 0)) {
        unscheduled.add(flown, backgrounds[i]);
      }
      if (warm && flown.schedule().known() && sampled(members[i], 1)) {
        scheduled.add(flown, reader.of(flown.codes(), flown.miles(), flown.schedule()));
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

  /** Whether a flight is regressed on, as one whose timetable is told, or is not. */
  private boolean sampled(int index, int kind) {
    double share = learning.maxSamples() / 2.0 / flights.size();
    return share >= 1
        || new SplittableRandom(learning.seed() * 31 + 2L * index + kind).nextDouble() < share;
  }
}
