package flights.flight.spark.delay;

import java.io.Serializable;
import java.util.List;

/**
 * Forecasts the minutes that are added to the departure delay, or, before departure, the arrival
 * delay itself: where it lies, how far off that usually is, and how it is spread around.
 */
record Head(RegressionColumns design, Line centre, Line distance, SpreadTable spreads)
    implements Serializable {

  /** Results nearer than this to what is expected cannot be expected. */
  private static final double NEAREST = 3;

  static double atLeastNearest(double distance) {
    return Math.max(NEAREST, distance);
  }

  List<Part> parts() {
    return design.parts();
  }

  DelayDistribution outlook(Background background, int dayOfWeek, double delay) {
    double[] row = new double[centre.weights().length];
    design.fill(background.values(), dayOfWeek, delay, row);
    double off = atLeastNearest(distance.at(row));
    double start = design == RegressionColumns.DEPARTED ? delay : 0;
    return new DelayDistribution(row, start + centre.at(row), off, spreads.at(delay, off));
  }
}
