package flights.trainer.evaluate;

import flights.core.card.CardMetric;
import flights.core.card.QuantileScore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tally of rows with a number: how near what was predicted comes. */
final class NumberTally implements RowTally<NumberRow, NumberTally> {

  private static final long serialVersionUID = 1;

  private final PredictedColumns predicted;
  private final double[] pinball;
  private final long[] under;
  private long rows;
  private double missed;
  private double missedSquared;
  private double missedShare;
  private boolean allPositive = true;
  private long covered;
  private double mean;
  private double spread;

  NumberTally(PredictedColumns predicted) {
    this.predicted = predicted;
    this.pinball = new double[predicted.levels().size()];
    this.under = new long[pinball.length];
  }

  @Override
  public void add(NumberRow row) {
    rows++;
    double far = row.truth() - mean;
    mean += far / (double) rows;
    spread += far * (row.truth() - mean);
    double miss = row.truth() - row.expected();
    missed += Math.abs(miss);
    missedSquared += miss * miss;
    missedShare += Math.abs(miss / row.truth());
    allPositive &= row.truth() > 0;
    addQuantiles(row.truth(), row.quantiles());
  }

  private void addQuantiles(double truth, double[] quantiles) {
    for (int i = 0; i < quantiles.length; i++) {
      double level = predicted.levels().get(i);
      double above = truth - quantiles[i];
      pinball[i] += Math.max(level * above, (level - 1) * above);
      under[i] += above <= 0 ? 1 : 0;
    }
    if (quantiles.length > 1 && quantiles[0] <= truth && truth <= quantiles[quantiles.length - 1]) {
      covered++;
    }
  }

  @Override
  public void merge(NumberTally other) {
    if (other.rows == 0) {
      return;
    }
    double apart = other.mean - mean;
    long together = rows + other.rows;
    spread += other.spread + apart * apart * rows * other.rows / (double) together;
    mean += apart * other.rows / (double) together;
    rows = together;
    missed += other.missed;
    missedSquared += other.missedSquared;
    missedShare += other.missedShare;
    allPositive &= other.allPositive;
    covered += other.covered;
    for (int i = 0; i < pinball.length; i++) {
      pinball[i] += other.pinball[i];
      under[i] += other.under[i];
    }
  }

  @Override
  public long rows() {
    return rows;
  }

  /** What is told of a number that a model of classes says besides. */
  Map<String, Double> besideClasses() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    if (rows > 0) {
      if (predicted.expected()) {
        metrics.put("mae", Rounded.ratio(missed, rows));
      }
      putQuantiles(metrics);
    }
    return metrics;
  }

  /**
   * By the keys of the registry. The mean absolute percentage error makes sense where all true
   * numbers are over 0, and R² where they are not all the same; elsewhere they are not told.
   */
  Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    if (predicted.expected()) {
      metrics.put("rmse", Rounded.of(Math.sqrt(missedSquared / (double) rows)));
      metrics.put("mae", Rounded.ratio(missed, rows));
      if (spread > 0) {
        metrics.put("r2", Rounded.of(1 - missedSquared / spread));
      }
      if (allPositive) {
        metrics.put("mape", Rounded.ratio(missedShare, rows));
      }
    }
    if (pinball.length > 0) {
      double sum = 0;
      for (double each : pinball) {
        sum += each;
      }
      metrics.put("pinball", Rounded.of(sum / pinball.length / (double) rows));
      putQuantiles(metrics);
    }
    return metrics;
  }

  List<QuantileScore> quantiles() {
    List<QuantileScore> scores = new ArrayList<>();
    for (int i = 0; i < pinball.length; i++) {
      scores.add(
          new QuantileScore(
              predicted.levels().get(i),
              Rounded.ratio(pinball[i], rows),
              Rounded.ratio(under[i], rows)));
    }
    return scores;
  }

  private void putQuantiles(Map<String, Double> metrics) {
    List<Double> levels = predicted.levels();
    for (int i = 0; i < pinball.length; i++) {
      metrics.put(CardMetric.pinball(levels.get(i)), Rounded.ratio(pinball[i], rows));
    }
    if (pinball.length > 1) {
      metrics.put(
          CardMetric.coverage(levels.get(0), levels.get(levels.size() - 1)),
          Rounded.ratio(covered, rows));
    }
  }
}
