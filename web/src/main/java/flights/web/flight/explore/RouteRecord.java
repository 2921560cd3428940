package flights.web.flight.explore;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * The record of a route.
 *
 * @param crsElapsedTime minutes by the timetable, as a median
 */
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record RouteRecord(
    @JsonProperty("CRSElapsedTime") Double crsElapsedTime,
    @JsonUnwrapped Punctuality punctuality,
    List<Share> carriers) {

  public RouteRecord {
    carriers = carriers == null ? List.of() : List.copyOf(carriers);
  }
}
