package flights.web.flight.explore;

import flights.flight.FlightCollections;
import flights.web.errors.Problem;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** All airlines, and each one. */
final class AirlinePages {

  private static final int FLEET_SHOWN = 60;

  private final LookUps lookUps;
  private final Places places;
  private final Cached<AirlineRecord> airlines;

  AirlinePages(LookUps lookUps, Places places, Executor background) {
    this.lookUps = lookUps;
    this.places = places;
    this.airlines =
        new Cached<>(
            () ->
                lookUps
                    .all(FlightCollections.CARRIERS, AirlineRecord.class, "Fleet", "Routes")
                    .stream()
                    .sorted(Comparator.comparing(it -> -it.punctuality().flights()))
                    .toList(),
            background);
  }

  /** Those with the most flights first, without fleet and routes. */
  List<AirlineRecord> all() {
    return airlines.get();
  }

  void list(Context ctx) {
    ctx.render("airlines.html", Map.of("airlines", all()));
  }

  void show(Context ctx) {
    AirlineRecord airline =
        lookUps
            .one(
                FlightCollections.CARRIERS,
                Codes.carrier(ctx.pathParam("code")),
                AirlineRecord.class)
            .orElseThrow(() -> Problem.notFound("No flights of this airline are known."));
    boolean all = "all".equals(ctx.queryParam("fleet"));
    ctx.render(
        "airline.html",
        Map.of(
            "airline", airline,
            "places", places,
            "fleet", airline.fleet().stream().limit(all ? Long.MAX_VALUE : FLEET_SHOWN).toList()));
  }
}
