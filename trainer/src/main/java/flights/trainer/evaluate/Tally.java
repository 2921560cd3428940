package flights.trainer.evaluate;

import java.io.Serializable;

/**
 * What has to be kept of rows to tell all figures about them: of constant size, and two tallies
 * merge into that of all their rows.
 */
final class Tally implements Serializable {

  static final double LEAST_PROBABILITY = 1e-15;

  private static final long serialVersionUID = 1;

  private final long[][] confusion;
  private final Bins bins = new Bins();
  private final MinutesTally minutes;
  private double logLoss;
  private double brier;

  Tally(int classes, Said said) {
    this.confusion = new long[classes][classes];
    this.minutes = new MinutesTally(said);
  }

  void add(ScoredRow row) {
    confusion[row.label()][row.prediction()]++;
    bins.add(row.probabilities()[row.prediction()], row.label() == row.prediction());
    logLoss -= Math.log(Math.max(LEAST_PROBABILITY, row.probabilities()[row.label()]));
    brier += brier(row);
    if (row.hasMinutes()) {
      minutes.add(row);
    }
  }

  void merge(Tally other) {
    for (int label = 0; label < confusion.length; label++) {
      for (int said = 0; said < confusion.length; said++) {
        confusion[label][said] += other.confusion[label][said];
      }
    }
    bins.merge(other.bins);
    minutes.merge(other.minutes);
    logLoss += other.logLoss;
    brier += other.brier;
  }

  Confusion confusion() {
    return new Confusion(confusion);
  }

  Bins bins() {
    return bins;
  }

  MinutesTally minutes() {
    return minutes;
  }

  double logLoss() {
    return Rounded.ratio(logLoss, confusion().rows());
  }

  double brier() {
    return Rounded.ratio(brier, confusion().rows());
  }

  private static double brier(ScoredRow row) {
    double sum = 0;
    for (int k = 0; k < row.probabilities().length; k++) {
      double miss = row.probabilities()[k] - (k == row.label() ? 1 : 0);
      sum += miss * miss;
    }
    return sum;
  }
}
