package flights.web.flight.explore;

import flights.flight.FlightCollections;
import flights.flight.Route;
import flights.web.flight.reference.Reference;
import java.util.HashMap;
import java.util.Map;

/** What is known about a route and a flight on it: the map, and both their records. */
public final class RouteFacts {

  private final LookUps lookUps;
  private final Places places;

  public RouteFacts(LookUps lookUps, Reference reference) {
    this.lookUps = lookUps;
    this.places = new Places(reference);
  }

  /**
   * The variables of the page part {@code route}.
   *
   * @param flightNum null when not known
   */
  public Map<String, Object> about(String origin, String dest, String carrier, String flightNum) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("places", places);
    facts.put("origin", origin);
    facts.put("dest", dest);
    facts.put("carrier", carrier);
    facts.put("flightNum", flightNum);
    facts.put("miles", places.miles(origin, dest).orElse(null));
    String route = Route.name(origin, dest);
    lookUps
        .one(FlightCollections.ROUTE_HISTORY, route, RouteRecord.class)
        .ifPresent(it -> facts.put("routeRecord", it));
    if (carrier != null && flightNum != null) {
      lookUps
          .one(
              FlightCollections.FLIGHT_HISTORY,
              FlightRecord.id(carrier, flightNum),
              FlightRecord.class)
          .flatMap(it -> it.on(route))
          .ifPresent(it -> facts.put("flightRecord", it));
    }
    return facts;
  }
}
