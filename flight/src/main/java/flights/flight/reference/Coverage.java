package flights.flight.reference;

import static java.util.Comparator.comparingInt;

import flights.flight.AirportCheck;
import flights.flight.FlightFormReader;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which airports can be asked about: those of the United States, and those of known flights. */
final class Coverage implements AirportCheck {

  private static final int SUGGESTED = 3;
  private static final int SHORTEST_NAME = 3;
  private static final Set<String> UNITED_STATES = Set.of("US", "PR", "VI", "GU", "AS", "MP", "UM");

  /** Read when the first airport is asked about that is not in the other lists. */
  private static final class Others {
    private static final Map<String, OtherAirport> BY_CODE =
        ReferenceData.read("other_airports.csv", OtherAirport.class, OtherAirport::code);
  }

  private final Map<String, Airport> airports;
  private final Map<String, Integer> routes = new HashMap<>();

  Coverage(Map<String, Airport> airports, Collection<String> flownRoutes) {
    this.airports = airports;
    for (String route : flownRoutes) {
      for (String code : route.split("-")) {
        routes.merge(code, 1, Integer::sum);
      }
    }
  }

  @Override
  public Optional<String> refusal(String code) {
    if (airports.containsKey(code) || routes.containsKey(code)) {
      return Optional.empty();
    }
    OtherAirport other = Others.BY_CODE.get(code);
    if (other == null) {
      List<Airport> similar = similar(code);
      String hint = similar.isEmpty() ? "" : "; did you mean " + list(similar) + "?";
      return Optional.of("cannot be " + code + ": there is no such airport" + hint);
    }
    return UNITED_STATES.contains(other.country())
        ? Optional.empty()
        : Optional.of(
            "cannot be %s (%s, %s): no flights there are known, only flights within the United States"
                .formatted(code, other.name(), country(other.country())));
  }

  @Override
  public String codes(String name) {
    String start = name.toLowerCase(Locale.ROOT);
    return start.length() < SHORTEST_NAME
        ? ""
        : list(best(it -> starts(it.city(), start) || starts(it.name(), start)));
  }

  /** Those that most routes go to first, of the others those that carry the name of a large one. */
  private List<Airport> best(Predicate<Airport> wanted) {
    return airports.values().stream()
        .filter(it -> FlightFormReader.AIRPORT.matcher(it.code()).matches())
        .filter(wanted)
        .sorted(
            comparingInt((Airport it) -> -routes.getOrDefault(it.code(), 0))
                .thenComparing(it -> !it.name().contains("Intl"))
                .thenComparing(Airport::code))
        .limit(SUGGESTED)
        .toList();
  }

  private static String list(List<Airport> airports) {
    return airports.stream()
        .map(it -> it.code() + " (" + it.name() + ")")
        .collect(Collectors.joining(" or "));
  }

  private static boolean starts(String name, String start) {
    return name.toLowerCase(Locale.ROOT).startsWith(start);
  }

  /** Letters that change places are the likelier mistake. */
  private List<Airport> similar(String code) {
    List<Airport> moved = best(it -> Arrays.equals(letters(code), letters(it.code())));
    return moved.isEmpty() ? best(it -> differences(code, it.code()) == 1) : moved;
  }

  private static int differences(String code, String other) {
    int different = 0;
    for (int i = 0; i < code.length(); i++) {
      different += code.charAt(i) == other.charAt(i) ? 0 : 1;
    }
    return different;
  }

  private static int[] letters(String code) {
    return code.chars().sorted().toArray();
  }

  private static String country(String code) {
    return new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
  }
}
