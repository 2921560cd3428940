package flights.flight.reference;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import flights.flight.AirportCheck;
import flights.flight.DistanceLookup;
import flights.flight.Route;
import flights.flight.ScheduledTime;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Airports, airlines and distances. */
public final class ReferenceData implements DistanceLookup {

  private static final ObjectReader CSV =
      new CsvMapper().reader().with(CsvSchema.emptySchema().withHeader());

  private final Map<String, Airport> airports;
  private final Map<String, Airline> airlines;
  private final Map<String, Double> flownMiles;
  private final ScheduledTime scheduledTime;
  private final Coverage coverage;

  private ReferenceData(
      Map<String, Airport> airports,
      Map<String, Airline> airlines,
      Map<String, Double> flownMiles) {
    this.airports = airports;
    this.airlines = airlines;
    this.flownMiles = flownMiles;
    this.coverage = new Coverage(airports, flownMiles.keySet());
    this.scheduledTime =
        new ScheduledTime(
            airports.values().stream()
                .collect(Collectors.toMap(Airport::code, airport -> ZoneId.of(airport.tz()))));
  }

  /** What is shipped with the program; distances are the great circle's. */
  public static ReferenceData bundled() {
    return new ReferenceData(
        read("airports.csv", Airport.class, Airport::code),
        read("airlines.csv", Airline.class, Airline::code),
        Map.of());
  }

  /** The same data with these distances by route name, which go before the great circle's. */
  public ReferenceData withDistances(Map<String, Double> milesByRoute) {
    return new ReferenceData(airports, airlines, Map.copyOf(milesByRoute));
  }

  public Optional<Airport> airport(String code) {
    return Optional.ofNullable(airports.get(code));
  }

  public Optional<Airline> airline(String code) {
    return Optional.ofNullable(airlines.get(code));
  }

  /** Which airports can be asked about. */
  public AirportCheck coverage() {
    return coverage;
  }

  /** Sorted by code. */
  public Collection<Airport> airports() {
    return airports.values();
  }

  /** Sorted by code. */
  public Collection<Airline> airlines() {
    return airlines.values();
  }

  @Override
  public Optional<Double> miles(String origin, String dest) {
    Double flown = flownMiles.get(Route.name(origin, dest));
    if (flown != null) {
      return Optional.of(flown);
    }
    return airport(origin)
        .flatMap(from -> airport(dest).map(to -> (double) Math.round(GreatCircle.miles(from, to))));
  }

  @Override
  public Optional<Double> minutes(
      LocalDate date, String origin, String dest, int departure, int arrival) {
    return scheduledTime.minutes(date, origin, dest, departure, arrival);
  }

  /** How long a flight is scheduled by its local times. */
  public ScheduledTime scheduledTime() {
    return scheduledTime;
  }

  static <T> Map<String, T> read(String file, Class<T> type, Function<T, String> key) {
    try (InputStream in = ReferenceData.class.getResourceAsStream("/flights/reference/" + file);
        MappingIterator<T> rows = CSV.forType(type).readValues(Objects.requireNonNull(in, file))) {
      return rows.readAll().stream()
          .collect(Collectors.toMap(key, Function.identity(), (a, b) -> a, TreeMap::new));
    } catch (IOException e) {
      throw new UncheckedIOException("the bundled " + file + " cannot be read", e);
    }
  }
}
