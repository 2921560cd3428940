package flights.flight.spark.delay;

import flights.flight.spark.trees.Boosting;
import flights.flight.spark.trees.Trees;
import flights.flight.spark.trees.TreesTrainer;
import java.util.SplittableRandom;

/** Fits a {@link Head} to samples. */
final class HeadTrainer {

  /** Fewer samples are too few to learn how flights differ from what is expected of them. */
  private static final int ENOUGH = 5_000;

  private static final double LONGEST_DELAY = 120;
  private static final double LEAST_DELAY = -60;

  /** What the lines hold for less likely is learnt from as if it were as likely as that. */
  private static final double LEAST_EXPECTED = 1e-6;

  private final RegressionColumns design;
  private final Samples samples;
  private final double[] truths;
  private final double[] targets;

  HeadTrainer(RegressionColumns design, Samples samples) {
    this.design = design;
    this.samples = samples;
    truths = new double[samples.size()];
    targets = new double[samples.size()];
    for (int i = 0; i < truths.length; i++) {
      boolean departed = design == RegressionColumns.DEPARTED;
      truths[i] = samples.arrivalDelay(i) - (departed ? samples.departureDelay(i) : 0);
      targets[i] =
          departed
              ? Gains.usual(truths[i])
              : Math.max(LEAST_DELAY, Math.min(LONGEST_DELAY, truths[i]));
    }
  }

  Head train(int spreadBins, Boosting boosting, long seed) {
    Head lines = lines(spreadBins, seed);
    float[][] expected = new float[truths.length][Interval.COUNT];
    for (int i = 0; i < truths.length; i++) {
      double[] intervals = lines.lines(samples.features(i)).intervals();
      for (int j = 0; j < intervals.length; j++) {
        expected[i][j] = (float) Math.max(LEAST_EXPECTED, intervals[j]);
      }
    }
    if (truths.length < ENOUGH) {
      return lines;
    }
    int[] intervals = new int[truths.length];
    for (int i = 0; i < intervals.length; i++) {
      intervals[i] = Interval.of(samples.arrivalDelay(i));
    }
    return lines.with(TreesTrainer.train(samples.matrix(), intervals, expected, boosting, seed));
  }

  private Head lines(int spreadBins, long seed) {
    LeastSquares squares = new LeastSquares(this::fill, samples.size(), design.columns());
    Line centre = squares.fit(i -> targets[i]);
    double[] centres = values(centre);
    Line distance = squares.fit(i -> Math.abs(targets[i] - centres[i]));
    double[] distances = values(distance);
    double[] delays = new double[truths.length];
    double[] results = new double[truths.length];
    // Truths are whole minutes: spread evenly over their minute, they have a smooth distribution.
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < truths.length; i++) {
      distances[i] = Head.atLeastNearest(distances[i]);
      delays[i] = delay(i);
      results[i] = (truths[i] + random.nextDouble() - 0.5 - centres[i]) / distances[i];
    }
    return new Head(
        design,
        centre,
        distance,
        SpreadTable.of(delays, distances, results, spreadBins),
        Trees.none(Interval.COUNT));
  }

  private double[] values(Line line) {
    double[] values = new double[truths.length];
    double[] row = new double[design.columns()];
    for (int i = 0; i < values.length; i++) {
      fill(i, row);
      values[i] = line.at(row);
    }
    return values;
  }

  private void fill(int index, double[] row) {
    design.fill(samples.aspects(index), samples.dayOfWeek(index), delay(index), row);
  }

  private double delay(int index) {
    return design == RegressionColumns.DEPARTED ? samples.departureDelay(index) : Double.NaN;
  }
}
