package flights.flight.spark.delay;

import flights.flight.spark.trees.Trees;
import java.io.Serializable;

/**
 * Forecasts the minutes that are added to the departure delay, or, before departure, the arrival
 * delay itself: where it lies, how far off that usually is, and how it is spread around. The lines
 * say what is expected of any flight, the trees how a flight differs from that.
 */
record Head(RegressionColumns design, Line centre, Line distance, SpreadTable spreads, Trees trees)
    implements Serializable {

  /** Results nearer than this to what is expected cannot be expected. */
  private static final double NEAREST = 3;

  static double atLeastNearest(double distance) {
    return Math.max(NEAREST, distance);
  }

  Head with(Trees grown) {
    return new Head(design, centre, distance, spreads, grown);
  }

  /** Of the columns of {@link TreeColumn}. */
  DelayDistribution outlook(float[] known) {
    DelayDistribution lines = lines(known);
    return trees.empty() ? lines : lines.with(trees.values(known));
  }

  /** What the lines alone say. */
  DelayDistribution lines(float[] known) {
    double delay = known[TreeColumn.DEPARTURE_DELAY.index()];
    double[] row = new double[centre.weights().length];
    design.fill(aspects(known), (int) known[TreeColumn.DAY_OF_WEEK.index()], delay, row);
    double off = atLeastNearest(distance.at(row));
    double start = design == RegressionColumns.DEPARTED ? delay : 0;
    return DelayDistribution.ofLines(row, start + centre.at(row), off, spreads.at(delay, off));
  }

  private static double[] aspects(float[] known) {
    double[] aspects = new double[HistoryFeature.COUNT];
    for (int j = 0; j < aspects.length; j++) {
      aspects[j] = known[j];
    }
    return aspects;
  }
}
