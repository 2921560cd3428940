package flights.web.flight.explore;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/** An airport that is flown to or from; its record counts departures and arrivals alike. */
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record AirportRecord(
    String airport,
    String name,
    @JsonUnwrapped Punctuality punctuality,
    long departures,
    long arrivals,
    Double meanDelayOfDepartures,
    Double meanDelayOfArrivals,
    List<Share> routes) {

  public AirportRecord {
    routes = routes == null ? List.of() : List.copyOf(routes);
  }
}
