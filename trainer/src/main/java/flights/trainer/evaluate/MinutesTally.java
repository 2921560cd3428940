package flights.trainer.evaluate;

import java.io.Serializable;

/** What has to be kept of rows to tell how near their predicted minutes come. */
final class MinutesTally implements Serializable {

  private static final long serialVersionUID = 1;
  private static final double[] QUANTILES = {0.1, 0.5, 0.9};

  private final Said said;
  private final double[] pinball = new double[QUANTILES.length];
  private long rows;
  private double missed;
  private long covered;

  MinutesTally(Said said) {
    this.said = said;
  }

  void add(ScoredRow row) {
    rows++;
    missed += Math.abs(row.minutes() - row.expected());
    for (int i = 0; i < QUANTILES.length; i++) {
      double above = row.minutes() - row.percentiles()[i];
      pinball[i] += Math.max(QUANTILES[i] * above, (QUANTILES[i] - 1) * above);
    }
    if (row.percentiles()[0] <= row.minutes() && row.minutes() <= row.percentiles()[2]) {
      covered++;
    }
  }

  void merge(MinutesTally other) {
    rows += other.rows;
    missed += other.missed;
    covered += other.covered;
    for (int i = 0; i < pinball.length; i++) {
      pinball[i] += other.pinball[i];
    }
  }

  /** Null when the model says no minutes, or no row has any. */
  MinutesScore score() {
    if (!said.minutes() || rows == 0) {
      return null;
    }
    return new MinutesScore(rows, mae(), pinball(0), pinball(1), pinball(2), coverage());
  }

  Double mae() {
    return told(said.expected(), missed);
  }

  Double coverage() {
    return told(said.p10() && said.p90(), (double) covered);
  }

  private Double pinball(int index) {
    return told(said.percentile(index), pinball[index]);
  }

  private Double told(boolean isSaid, double sum) {
    return isSaid && rows > 0 ? Rounded.ratio(sum, rows) : null;
  }
}
