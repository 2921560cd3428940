package flights.web.flight.explore;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/** All departures of an airport on a day, in the order of the timetable. */
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record DayRecord(
    String flightDate, String origin, long flights, long onTime, List<Leg> departures) {

  /** The id of that day's document. */
  static String id(String date, String origin) {
    return date + "/" + origin;
  }
}
