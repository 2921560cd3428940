package flights.trainer.evaluate;

/**
 * A quantile of the errors of rows for which about the same number was predicted. An error is the
 * true number less the predicted one.
 *
 * @param predicted the mean of the predicted numbers
 */
public record ErrorPoint(double predicted, long rows, double error) {}
