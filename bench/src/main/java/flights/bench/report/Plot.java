package flights.bench.report;

import java.util.List;

/**
 * Lines to be drawn.
 *
 * @param title what they show
 * @param x what lies along the bottom
 * @param y what goes up
 * @param scale of the bottom
 */
public record Plot(String title, String x, String y, Scale scale, List<Line> lines) {

  /** How the values along the bottom lie. */
  public enum Scale {
    LINEAR,
    /** 90, 99 and 99.9 lie equally far from each other. */
    PERCENTILE
  }

  /**
   * One of the lines.
   *
   * @param points each an x and a y
   */
  public record Line(String name, List<double[]> points) {}
}
