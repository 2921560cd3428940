package flights.flight;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A question: how late will this flight arrive? What was asked, and what is derived from it.
 *
 * @param flightNum null when not known
 * @param depDelay minutes, negative when early; null when not known yet
 * @param distance statute miles; null when an airport is not known
 * @param crsDepTime the timetable's local time as hhmm; null when not told, as is {@code
 *     crsArrTime}
 * @param crsElapsedTime the timetable's minutes; null when they cannot be said
 */
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record FlightRequest(
    @JsonProperty("UUID") String uuid,
    Instant timestamp,
    String carrier,
    String flightNum,
    LocalDate flightDate,
    String origin,
    String dest,
    Double depDelay,
    int dayOfWeek,
    int dayOfMonth,
    int dayOfYear,
    Double distance,
    String route,
    @JsonProperty("CRSDepTime") Integer crsDepTime,
    @JsonProperty("CRSArrTime") Integer crsArrTime,
    @JsonProperty("CRSElapsedTime") Double crsElapsedTime) {

  /** Derives the calendar fields, the route and, from the reference data, miles and minutes. */
  public static FlightRequest of(
      String uuid, Instant timestamp, FlightForm form, DistanceLookup distances) {
    return new FlightRequest(
        uuid,
        timestamp,
        form.carrier(),
        form.flightNum(),
        form.flightDate(),
        form.origin(),
        form.dest(),
        form.depDelay(),
        FlightCalendar.dayOfWeek(form.flightDate()),
        FlightCalendar.dayOfMonth(form.flightDate()),
        FlightCalendar.dayOfYear(form.flightDate()),
        distances.miles(form.origin(), form.dest()).orElse(null),
        Route.name(form.origin(), form.dest()),
        form.crsDepTime(),
        form.crsArrTime(),
        minutes(form, distances));
  }

  private static Double minutes(FlightForm form, DistanceLookup distances) {
    return form.crsDepTime() == null || form.crsArrTime() == null
        ? null
        : distances
            .minutes(
                form.flightDate(), form.origin(), form.dest(), form.crsDepTime(), form.crsArrTime())
            .orElse(null);
  }
}
