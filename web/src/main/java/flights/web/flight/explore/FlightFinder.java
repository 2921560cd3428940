package flights.web.flight.explore;

import flights.flight.FlightCollections;
import io.javalin.http.Context;
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

  void show(Context ctx) {
    String carrier = Codes.carrier(ctx.queryParam("Carrier"));
    String number = Codes.flightNum(ctx.queryParam("FlightNum"));
    String date = Codes.date(ctx.queryParam("FlightDate")).toString();
    ctx.render(
        "flight.html",
        Map.of(
            "carrier", carrier,
            "number", number,
            "date", date,
            "stops", stops(carrier, number, date),
            "places", places));
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
