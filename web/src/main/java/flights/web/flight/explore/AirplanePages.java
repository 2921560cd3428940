package flights.web.flight.explore;

import flights.flight.FlightCollections;
import flights.web.errors.Problem;
import flights.web.pages.Paging;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** All airplanes, to be searched through, and each one. */
final class AirplanePages {

  private static final int MAKERS_SHOWN = 10;
  private static final int FLIGHTS_SHOWN = 100;

  private final LookUps lookUps;
  private final Places places;
  private final Cached<AirplaneRecord> airplanes;
  private final Cached<Manufacturer> makers;

  AirplanePages(LookUps lookUps, Places places, Executor background) {
    this.lookUps = lookUps;
    this.places = places;
    this.airplanes =
        new Cached<>(
            () ->
                lookUps.all(FlightCollections.AIRPLANES, AirplaneRecord.class).stream()
                    .sorted(Comparator.comparing(it -> -it.punctuality().flights()))
                    .toList(),
            background);
    this.makers =
        new Cached<>(
            () ->
                lookUps.all(FlightCollections.MANUFACTURERS, Manufacturer.class, "Fleet").stream()
                    .filter(it -> it.manufacturer() != null)
                    .sorted(Comparator.comparing(it -> -it.airplanes()))
                    .toList(),
            background);
  }

  void list(Context ctx) {
    String wanted = ctx.queryParam("q") == null ? "" : ctx.queryParam("q").strip();
    Paging<AirplaneRecord> paging = Paging.of(ctx, search(wanted));
    Map<String, Object> model = new HashMap<>();
    model.put("q", wanted);
    model.put("paging", paging);
    model.put("places", places);
    model.put(
        "manufacturers", wanted.isEmpty() && paging.page() == 1 ? biggestMakers() : List.of());
    ctx.render("airplanes.html", model);
  }

  void show(Context ctx) {
    String tail = Codes.tail(ctx.pathParam("tail"));
    AirplaneRecord airplane =
        lookUps
            .one(FlightCollections.AIRPLANES, tail, AirplaneRecord.class)
            .orElseThrow(() -> Problem.notFound("No flights of this airplane are known."));
    List<Leg> flights =
        lookUps
            .one(FlightCollections.FLIGHTS_BY_TAIL, tail, TailRecord.class)
            .map(it -> it.latest().stream().limit(FLIGHTS_SHOWN).toList())
            .orElse(List.of());
    ctx.render("airplane.html", Map.of("airplane", airplane, "flights", flights, "places", places));
  }

  private List<Manufacturer> biggestMakers() {
    return makers.get().stream().limit(MAKERS_SHOWN).toList();
  }

  private List<AirplaneRecord> search(String wanted) {
    List<String> words = List.of(wanted.toLowerCase(Locale.ROOT).split("\\s+"));
    return wanted.isEmpty()
        ? airplanes.get()
        : airplanes.get().stream()
            .filter(it -> words.stream().allMatch(text(it)::contains))
            .toList();
  }

  private String text(AirplaneRecord it) {
    return Stream.of(
            it.tailNum(), it.manufacturer(), it.model(), it.carrier(), places.airline(it.carrier()))
        .map(String::valueOf)
        .reduce("", (a, b) -> a + " " + b)
        .toLowerCase(Locale.ROOT);
  }
}
