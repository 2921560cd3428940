package flights.core.card;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * What a fit took.
 *
 * @param peakBytes the sum of what each part of the process's heap held at its fullest, garbage
 *     included: an upper bound of the need, and no more than the heap that Java was given
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record FitCost(double seconds, long peakBytes) {}
