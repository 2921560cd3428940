package flights.web.flight.explore;

import flights.flight.FlightCollections;
import flights.web.errors.Problem;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;

/** An airport: where it lies, its record, its busiest routes. */
final class AirportPage {

  private final LookUps lookUps;
  private final Places places;

  AirportPage(LookUps lookUps, Places places) {
    this.lookUps = lookUps;
    this.places = places;
  }

  void show(Context ctx) {
    String code = Codes.airport("Airport", ctx.pathParam("code"));
    Map<String, Object> model = new HashMap<>();
    model.put("code", code);
    model.put("places", places);
    lookUps
        .one(FlightCollections.AIRPORTS, code, AirportRecord.class)
        .ifPresent(it -> model.put("airport", it));
    if (!model.containsKey("airport") && places.find(code).isEmpty()) {
      throw Problem.notFound("No airport has the code " + code + ".");
    }
    ctx.render("airport.html", model);
  }
}
