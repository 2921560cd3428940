package flights.trainer.evaluate;

/**
 * A true number and what was predicted for it.
 *
 * @param expected NaN when the model does not say it
 * @param quantiles in the order of their levels
 */
@SuppressWarnings("ArrayRecordComponent") // made once a row and never compared
record NumberRow(double truth, double expected, double[] quantiles) {

  double error() {
    return truth - center();
  }

  /** The mean, or else the quantile in the middle. */
  double center() {
    return Double.isNaN(expected) ? quantiles[quantiles.length / 2] : expected;
  }
}
