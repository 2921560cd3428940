package flights.web.flight.explore;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** Delays in minutes that a tenth, half and nine tenths of the flights stay under. */
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record Percentiles(Double p10, Double p50, Double p90) {}
