package flights.core.card;

/**
 * The rows whose confidence is between two bounds.
 *
 * @param confidence the mean; null when there are no rows
 * @param accuracy the share that was right; null when there are no rows
 */
public record ReliabilityBin(
    double from, double to, long rows, Double confidence, Double accuracy) {}
