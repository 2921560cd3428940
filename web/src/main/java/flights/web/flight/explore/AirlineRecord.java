package flights.web.flight.explore;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * An airline, as the import keeps it.
 *
 * @param fleet its airplanes, those that fly most first
 */
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record AirlineRecord(
    String carrier,
    String name,
    Long fleetSize,
    @JsonUnwrapped Punctuality punctuality,
    List<MonthRecord> months,
    List<Share> routes,
    List<Share> fleet) {

  public AirlineRecord {
    months = months == null ? List.of() : List.copyOf(months);
    routes = routes == null ? List.of() : List.copyOf(routes);
    fleet = fleet == null ? List.of() : List.copyOf(fleet);
  }
}
