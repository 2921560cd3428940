package flights.web.flight.explore;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * One flight in a list; what the list has in common is null here.
 *
 * @param crsDepTime by the timetable, as hhmm
 */
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record Leg(
    String flightDate,
    @JsonProperty("CRSDepTime") Integer crsDepTime,
    String carrier,
    String flightNum,
    String origin,
    String dest,
    String tailNum,
    @JsonProperty("CRSArrTime") Integer crsArrTime,
    Double depDelay,
    Double arrDelay,
    Double distance) {}
