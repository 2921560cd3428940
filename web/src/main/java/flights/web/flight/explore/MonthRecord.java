package flights.web.flight.explore;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * The flights of a month.
 *
 * @param month such as 2013-07
 */
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record MonthRecord(String month, @JsonUnwrapped Punctuality punctuality) {}
