package flights.web.flight.explore;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** An airplane; what the register does not tell is null. */
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record AirplaneRecord(
    String tailNum,
    String carrier,
    String manufacturer,
    String model,
    Integer year,
    Integer engines,
    String engine,
    Integer seats,
    @JsonUnwrapped Punctuality punctuality) {}
