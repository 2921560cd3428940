package flights.trainer.evaluate;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The second of two classes by how likely it is said to be, and from that the areas under two
 * curves. Probabilities whose log-odds differ by less than a thousandth count as equal, so that the
 * size is bounded.
 */
final class ScoreCurve implements Serializable {

  private static final long serialVersionUID = 1;
  private static final double STEPS = 1_000;

  /** Log-odds that are further out count as certain. */
  private static final int MOST = 40_000;

  /** By step of the log-odds: rows of the first class, rows of the second. */
  private final TreeMap<Integer, long[]> steps = new TreeMap<>();

  void add(double probability, boolean isSecond) {
    steps.computeIfAbsent(step(probability), s -> new long[2])[isSecond ? 1 : 0]++;
  }

  void merge(ScoreCurve other) {
    other.steps.forEach(
        (step, counts) -> {
          long[] mine = steps.computeIfAbsent(step, s -> new long[2]);
          mine[0] += counts[0];
          mine[1] += counts[1];
        });
  }

  /**
   * The area under the receiver operating characteristic, and under precision by recall, both with
   * straight lines between the points, the latter from the first point's precision on, as Spark
   * draws it. Empty when a class has no rows.
   */
  Map<String, Double> metrics() {
    long negatives = steps.values().stream().mapToLong(counts -> counts[0]).sum();
    long positives = steps.values().stream().mapToLong(counts -> counts[1]).sum();
    if (negatives == 0 || positives == 0) {
      return Map.of();
    }
    double area = 0;
    double precisionArea = 0;
    double lastPrecision = Double.NaN;
    long wrong = 0;
    long right = 0;
    for (long[] counts : steps.descendingMap().values()) {
      area += (double) counts[0] * (right + counts[1] / 2.0);
      wrong += counts[0];
      right += counts[1];
      double precision = (double) right / (right + wrong);
      double before = Double.isNaN(lastPrecision) ? precision : lastPrecision;
      precisionArea += (double) counts[1] / positives * (before + precision) / 2;
      lastPrecision = precision;
    }
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("auc", Rounded.of(area / positives / negatives));
    metrics.put("pr_auc", Rounded.of(precisionArea));
    return metrics;
  }

  /** How many steps are kept. */
  int size() {
    return steps.size();
  }

  private static int step(double probability) {
    double logOdds = Math.log(probability / (1 - probability));
    return Double.isNaN(logOdds)
        ? MOST
        : (int) Math.max(-MOST, Math.min(MOST, Math.rint(logOdds * STEPS)));
  }
}
