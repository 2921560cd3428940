package flights.trainer.evaluate;

/**
 * One row with truth and prediction.
 *
 * @param percentiles the model's 10th, 50th and 90th; NaN for one that it does not say
 */
@SuppressWarnings("ArrayRecordComponent") // made once a row and never compared
record ScoredRow(
    int label,
    int prediction,
    double[] probabilities,
    double minutes,
    double expected,
    double[] percentiles) {

  /** Probabilities that were rounded to three decimals or more still add up to about 1. */
  private static final double SUM_TOLERANCE = 0.005;

  /** Forests say 1.0000000000000002. */
  private static final double TOLERANCE = 1e-9;

  boolean hasMinutes() {
    return !Double.isNaN(minutes);
  }

  /** Whether classes and probabilities are what a model over that many classes can say. */
  boolean sound(int classes) {
    return label >= 0
        && label < classes
        && prediction >= 0
        && prediction < classes
        && probabilities.length == classes
        && isDistribution();
  }

  private boolean isDistribution() {
    double sum = 0;
    for (double probability : probabilities) {
      if (!(probability >= 0 && probability <= 1 + TOLERANCE)) {
        return false;
      }
      sum += probability;
    }
    return Math.abs(sum - 1) <= SUM_TOLERANCE;
  }
}
