package flights.web.flight.explore;

import flights.flight.FlightCollections;
import flights.flight.FlightFormReader;
import flights.web.errors.Problem;
import flights.web.flight.reference.AirportOptions;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looking for flights, and the flights of a day on a route. */
final class FlightPages {

  private static final String ORIGIN = "Origin";
  private static final String DEST = "Dest";
  private static final String DATE = "FlightDate";

  private final LookUps lookUps;
  private final Places places;
  private final AirportOptions airports;

  FlightPages(LookUps lookUps, Places places, AirportOptions airports) {
    this.airports = airports;
    this.lookUps = lookUps;
    this.places = places;
  }

  /** The search form; leads to the flights when it is filled in. */
  void search(Context ctx) {
    try {
      String origin = Codes.given(ctx, ORIGIN, text -> Codes.airport(ORIGIN, text));
      String dest = Codes.given(ctx, DEST, text -> Codes.airport(DEST, text));
      LocalDate date = Codes.given(ctx, DATE, Codes::date);
      if (origin == null || dest == null || date == null) {
        render(ctx, missing(ctx.queryParamMap().keySet(), origin, dest, date));
      } else {
        ctx.redirect("/flights/%s/%s/%s".formatted(origin, dest, date), HttpStatus.SEE_OTHER);
      }
    } catch (Problem e) {
      ctx.status(400);
      render(ctx, Map.of(e.errors().get(0).field(), e.errors().get(0).message()));
    }
  }

  /** Who opens the form has not filled it in yet; who sends it is told what it lacks. */
  private static Map<String, String> missing(
      Set<String> sent, String origin, String dest, LocalDate date) {
    Map<String, String> missing = new HashMap<>();
    if (sent.contains(ORIGIN)) {
      missing.put(ORIGIN, origin == null ? "is missing" : null);
      missing.put(DEST, dest == null ? "is missing" : null);
      missing.put(DATE, date == null ? "is missing" : null);
    }
    return missing;
  }

  void day(Context ctx) {
    if (ctx.pathParam("origin").equals("delays")) {
      // Not a flight, but an address of the predictions that is not there.
      throw new NotFoundResponse();
    }
    String origin = Codes.airport("Origin", ctx.pathParam("origin"));
    String dest = Codes.airport("Dest", ctx.pathParam("dest"));
    LocalDate date = Codes.date(ctx.pathParam("date"));
    List<Leg> flights =
        lookUps
            .one(
                FlightCollections.FLIGHTS_BY_DATE_ORIGIN,
                DayRecord.id(date.toString(), origin),
                DayRecord.class)
            .map(it -> it.departures().stream().filter(leg -> dest.equals(leg.dest())).toList())
            .orElse(List.of());
    ctx.render(
        "flights.html",
        Map.of(
            "origin", origin,
            "dest", dest,
            "date", date.toString(),
            "before", date.minusDays(1).toString(),
            "after", date.plusDays(1).toString(),
            "flights", flights,
            "places", places));
  }

  private void render(Context ctx, Map<String, String> errors) {
    Map<String, String> fields = new HashMap<>();
    ctx.queryParamMap().forEach((name, values) -> fields.put(name, values.get(0)));
    ctx.render(
        "search.html",
        Map.of(
            "fields",
            fields,
            "airports",
            airports.html(),
            "errors",
            errors,
            "firstDate",
            FlightFormReader.FIRST_DATE,
            "lastDate",
            LocalDate.now(ZoneOffset.UTC).plusYears(1)));
  }
}
