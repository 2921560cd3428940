package flights.flight;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * Why a prediction is what it is.
 *
 * @param text one input, in words
 * @param minutes what it adds to the expected delay; null when it is a remark
 */
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record Reason(String text, Double minutes) {}
