package flights.trainer.evaluate;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * The rows whose confidence is between two bounds.
 *
 * @param confidence the mean; null when there are no rows
 * @param accuracy the share that was right; null when there are no rows
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record ReliabilityBin(
    double from, double to, long rows, Double confidence, Double accuracy) {}
