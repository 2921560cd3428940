package flights.core.card;

/**
 * The rows whose predicted number is between two bounds, and how far the true numbers lie from the
 * predicted ones. An error is the true number less the predicted one.
 *
 * @param from the least predicted number
 * @param to the greatest predicted number
 * @param mean of the errors
 * @param p10 the tenth percentile of the errors, to about one in a hundred of its size
 */
public record ErrorBin(
    double from, double to, long rows, double mean, double p10, double p50, double p90) {}
