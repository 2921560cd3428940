package flights.trainer.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;

/** The tally of rows with classes. */
final class ClassTally implements RowTally<ClassRow, ClassTally> {

  static final double LEAST_PROBABILITY = 1e-15;

  private static final long serialVersionUID = 1;

  private final long[][] confusion;
  private final Bins bins = new Bins();
  private final NumberTally number;
  private final ScoreCurve curve;
  private final PredictedEvent event;
  private final ScoreCurve eventCurve;
  private double logLoss;
  private double brier;

  /**
   * An empty one.
   *
   * @param withCurve whether the curves of two classes are told
   * @param event whose curves are told too; null for none
   */
  ClassTally(int classes, PredictedColumns predicted, boolean withCurve, PredictedEvent event) {
    this.confusion = new long[classes][classes];
    this.number = new NumberTally(predicted);
    this.curve = withCurve ? new ScoreCurve() : null;
    this.event = event;
    this.eventCurve = new ScoreCurve();
  }

  @Override
  public void add(ClassRow row) {
    confusion[row.label()][row.prediction()]++;
    bins.add(row.probabilities()[row.prediction()], row.label() == row.prediction());
    logLoss -= Math.log(Math.max(LEAST_PROBABILITY, row.probabilities()[row.label()]));
    brier += brier(row);
    if (row.number() != null) {
      number.add(row.number());
      if (event != null) {
        eventCurve.add(row.event(), event.happened(row.number()));
      }
    }
    if (curve != null) {
      curve.add(row.probabilities()[1], row.label() == 1);
    }
  }

  @Override
  public void merge(ClassTally other) {
    for (int label = 0; label < confusion.length; label++) {
      for (int predicted = 0; predicted < confusion.length; predicted++) {
        confusion[label][predicted] += other.confusion[label][predicted];
      }
    }
    bins.merge(other.bins);
    number.merge(other.number);
    if (curve != null) {
      curve.merge(other.curve);
    }
    eventCurve.merge(other.eventCurve);
    logLoss += other.logLoss;
    brier += other.brier;
  }

  @Override
  public long rows() {
    return confusion().rows();
  }

  Confusion confusion() {
    return new Confusion(confusion);
  }

  Bins bins() {
    return bins;
  }

  /**
   * By the keys of the registry. The log loss is in nats, the mean of -ln(p) with p the probability
   * of the true class, taken as 1e-15 where it is less; nothing is normalised. The Brier score is
   * the mean over rows of the sum over classes of (probability - truth)², from 0 to 2.
   */
  Map<String, Double> metrics() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("accuracy", confusion().accuracy());
    metrics.put("weighted_f1", confusion().weightedF1());
    metrics.put("log_loss", Rounded.ratio(logLoss, rows()));
    metrics.put("brier", Rounded.ratio(brier, rows()));
    metrics.put("ece", bins.error());
    if (curve != null) {
      metrics.putAll(curve.metrics());
    }
    eventCurve.metrics().forEach((key, value) -> metrics.put("event_" + key, value));
    metrics.putAll(number.besideClasses());
    return metrics;
  }

  private static double brier(ClassRow row) {
    double sum = 0;
    for (int k = 0; k < row.probabilities().length; k++) {
      double miss = row.probabilities()[k] - (k == row.label() ? 1 : 0);
      sum += miss * miss;
    }
    return sum;
  }
}
