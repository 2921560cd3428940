package flights.bench.watch;

import java.util.List;

/** Whether something grows: by the line through its readings after a warm-up, the first third. */
public final class Growth {

  private static final double MOST_SHARE = 0.05;

  private Growth() {}

  /** Those that count: after the first third. */
  public static List<double[]> settled(List<double[]> readings) {
    return readings.subList(readings.size() / 3, readings.size());
  }

  /** By how much the line rises from the first to the last; below 0 when it falls. */
  public static double rise(List<double[]> points) {
    double x = mean(points, 0);
    double y = mean(points, 1);
    double across = 0;
    double along = 0;
    for (double[] point : points) {
      across += (point[0] - x) * (point[1] - y);
      along += (point[0] - x) * (point[0] - x);
    }
    double span = points.get(points.size() - 1)[0] - points.get(0)[0];
    return along == 0 ? 0 : across / along * span;
  }

  /**
   * Whether a rise is more than a twentieth of what there is on average, and more than chance.
   *
   * @param chance a rise that says nothing
   */
  public static boolean grows(double rise, double average, double chance) {
    return rise > chance && rise > MOST_SHARE * average;
  }

  /** Of one coordinate of the points. */
  public static double mean(List<double[]> points, int coordinate) {
    return points.stream().mapToDouble(point -> point[coordinate]).average().orElse(0);
  }
}
