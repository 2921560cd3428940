package flights.web.flight.explore;

import flights.web.flight.reference.AirportOptions;
import flights.web.flight.reference.LearntByVersion;
import flights.web.flight.reference.Reference;
import io.javalin.config.RoutesConfig;
import java.util.concurrent.Executor;

/** The pages on the history of flights. */
public final class Explore {

  private final AirlinePages airlines;
  private final AirplanePages airplanes;
  private final AirportPage airport;
  private final FlightPages flights;
  private final TotalPages totals;

  public Explore(
      LookUps lookUps,
      Reference reference,
      AirportOptions airports,
      LearntByVersion learnt,
      Executor background) {
    Places places = new Places(reference);
    airlines = new AirlinePages(lookUps, places, background);
    airplanes = new AirplanePages(lookUps, places, background);
    airport = new AirportPage(lookUps, places);
    flights = new FlightPages(lookUps, places, airports);
    totals =
        new TotalPages(lookUps, airlines, new FlightFinder(lookUps, places), learnt, background);
  }

  public void routes(RoutesConfig routes) {
    routes.get("/", totals::overview);
    routes.get("/airlines", airlines::list);
    routes.get("/airline/{code}", airlines::show);
    routes.get("/airplanes", airplanes::list);
    routes.get("/airplane/{tail}", airplanes::show);
    routes.get("/airport/{code}", airport::show);
    routes.get("/flights/search", flights::search);
    routes.get("/flights/{origin}/{dest}/{date}", flights::day);
    routes.get("/on_time_performance", totals::onTime);
    routes.get("/total_flights", totals::totals);
    routes.get("/total_flights.json", totals::totalsAsJson);
  }
}
