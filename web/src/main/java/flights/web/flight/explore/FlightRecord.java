package flights.web.flight.explore;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Optional;

/** The record of a flight number, on each route that it has flown, the most flown first. */
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record FlightRecord(List<OnRoute> routes) {

  /** The id of that flight number's document. */
  static String id(String carrier, String flightNum) {
    return carrier + "-" + flightNum;
  }

  Optional<OnRoute> on(String route) {
    return routes.stream().filter(it -> route.equals(it.route())).findFirst();
  }

  /** Its record on one route; the times are by the timetable, as hhmm. */
  @JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
  public record OnRoute(
      String route,
      String origin,
      @JsonProperty("CRSDepTime") Integer crsDepTime,
      @JsonProperty("CRSArrTime") Integer crsArrTime,
      @JsonUnwrapped Punctuality punctuality) {}
}
