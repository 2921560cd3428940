package flights.trainer.evaluate;

/**
 * One row with its true class and what was predicted.
 *
 * @param number null when the row has no true number beside the class
 * @param event how likely it is said that the number reaches a limit; NaN when nothing is said
 */
@SuppressWarnings("ArrayRecordComponent") // made once a row and never compared
record ClassRow(int label, int prediction, double[] probabilities, NumberRow number, double event) {

  /** Probabilities that were rounded to three decimals or more still add up to about 1. */
  private static final double SUM_TOLERANCE = 0.005;

  /** Forests say 1.0000000000000002. */
  private static final double TOLERANCE = 1e-9;

  /** Whether classes and probabilities are what a model over that many classes can say. */
  boolean sound(int classes, boolean withEvent) {
    return label >= 0
        && label < classes
        && prediction >= 0
        && prediction < classes
        && probabilities.length == classes
        && isDistribution()
        && (!withEvent || isProbability(event));
  }

  private boolean isDistribution() {
    double sum = 0;
    for (double probability : probabilities) {
      if (!isProbability(probability)) {
        return false;
      }
      sum += probability;
    }
    return Math.abs(sum - 1) <= SUM_TOLERANCE;
  }

  private static boolean isProbability(double value) {
    return value >= 0 && value <= 1 + TOLERANCE;
  }
}
