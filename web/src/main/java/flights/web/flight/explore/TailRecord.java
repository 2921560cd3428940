package flights.web.flight.explore;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * The flights of an airplane.
 *
 * @param flights how many there were
 * @param latest the last first, not necessarily all
 */
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record TailRecord(long flights, List<Leg> latest) {}
