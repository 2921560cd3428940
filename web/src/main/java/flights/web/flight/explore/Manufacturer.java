package flights.web.flight.explore;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * Who made airplanes, and how many.
 *
 * @param manufacturer null for those of whom it is not known
 */
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record Manufacturer(String manufacturer, long airplanes) {}
