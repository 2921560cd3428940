package flights.flight.spark.delay;

import java.util.SplittableRandom;

/** Fits a {@link Head} to samples. */
final class HeadTrainer {

  private static final double LONGEST_DELAY = 120;
  private static final double LEAST_DELAY = -60;

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
              ? HistoryWriter.usualGain(truths[i])
              : Math.max(LEAST_DELAY, Math.min(LONGEST_DELAY, truths[i]));
    }
  }

  Head train(int spreadBins, long seed) {
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
        design, centre, distance, SpreadTable.of(delays, distances, results, spreadBins));
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
