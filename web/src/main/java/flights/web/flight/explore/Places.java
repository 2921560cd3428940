package flights.web.flight.explore;

import flights.flight.reference.Airport;
import flights.web.flight.reference.Reference;
import java.util.Locale;
import java.util.Optional;

/** Airports and airlines by their names, for pages. */
public final class Places {

  private final Reference reference;

  Places(Reference reference) {
    this.reference = reference;
  }

  /** The airline's name, or its code when it is not known. */
  public String airline(String code) {
    return reference.data().airline(code).map(it -> it.name()).orElse(code);
  }

  /** The airport's name, or its code when it is not known. */
  public String airport(String code) {
    return reference.data().airport(code).map(Airport::name).orElse(code);
  }

  /** The airport's city, or its name when the city is not known. */
  public String city(String code) {
    return reference
        .data()
        .airport(code)
        .map(it -> it.city().isEmpty() ? it.name() : it.city())
        .orElse(code);
  }

  /** {@code CODE,longitude,latitude} for the map; null when it is not known where it is. */
  public String onMap(String code) {
    return find(code)
        .map(it -> String.format(Locale.ROOT, "%s,%.4f,%.4f", it.code(), it.lon(), it.lat()))
        .orElse(null);
  }

  /** The route's first airport, for example JFK of JFK-LAX. */
  public String origin(String route) {
    return route.substring(0, route.indexOf('-'));
  }

  /** The route's second airport, for example LAX of JFK-LAX. */
  public String dest(String route) {
    return route.substring(route.indexOf('-') + 1);
  }

  Optional<Airport> find(String code) {
    return reference.data().airport(code);
  }

  Optional<Double> miles(String origin, String dest) {
    return reference.miles(origin, dest);
  }
}
