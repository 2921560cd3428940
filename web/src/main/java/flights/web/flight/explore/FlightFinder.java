package flights.web.flight.explore;

import flights.flight.FlightCollections;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Finds what a flight number did on a day, wherever it departed. */
final class FlightFinder {

  private final LookUps lookUps;
  private final Places places;

  FlightFinder(LookUps lookUps, Places places) {
    this.lookUps = lookUps;
    this.places = places;
  }

  /** False when a part of the flight is missing in the address: then there is nothing to show. */
  boolean show(Context ctx) {
    String carrier = Codes.given(ctx, "Carrier", Codes::carrier);
    String number = Codes.given(ctx, "FlightNum", Codes::flightNum);
    LocalDate day = Codes.given(ctx, "FlightDate", Codes::date);
    if (carrier == null || number == null || day == null) {
      return false;
    }
    String date = day.toString();
    ctx.render(
        "flight.html",
        Map.of(
            "carrier", carrier,
            "number", number,
            "date", date,
            "stops", stops(carrier, number, date),
            "places", places));
    return true;
  }

  private List<Stop> stops(String carrier, String number, String date) {
    List<String> ids =
        lookUps
            .one(
                FlightCollections.FLIGHT_HISTORY,
                FlightRecord.id(carrier, number),
                FlightRecord.class)
            .map(FlightRecord::routes)
            .orElse(List.of())
            .stream()
            .map(it -> DayRecord.id(date, it.origin()))
            .distinct()
            .toList();
    return lookUps.some(FlightCollections.FLIGHTS_BY_DATE_ORIGIN, ids, DayRecord.class).stream()
        .flatMap(day -> day.departures().stream().map(leg -> new Stop(day.origin(), leg)))
        .filter(it -> carrier.equals(it.leg().carrier()) && number.equals(it.leg().flightNum()))
        .toList();
  }

  /** One departure of the flight number. */
  public record Stop(String origin, Leg leg) {}
}
