package flights.flight.spark.reference;

import flights.flight.FlightCollections;
import flights.flight.reference.ReferenceData;
import flights.model.progress.Stage;
import java.util.List;

/** What an import of flights does, one after another. */
final class Steps {

  static final String READING = "reading";

  /** The weights are about the seconds that the bundled year takes, on two busy processors. */
  private static final List<Stage> PLAN =
      List.of(
          new Stage(READING, 15),
          new Stage(FlightCollections.DISTANCES, 2),
          new Stage(FlightCollections.FLIGHT_HISTORY, 7),
          new Stage(FlightCollections.ROUTE_HISTORY, 5),
          new Stage(FlightCollections.MONTHLY_TOTALS, 2),
          new Stage(FlightCollections.CARRIERS, 7),
          new Stage(FlightCollections.AIRPORTS, 6),
          new Stage(FlightCollections.AIRPLANES, 4),
          new Stage(FlightCollections.MANUFACTURERS, 4),
          new Stage(FlightCollections.FLIGHTS_BY_DATE_ORIGIN, 6),
          new Stage(FlightCollections.FLIGHTS_BY_TAIL, 6));

  private Steps() {}

  static Stage[] plan() {
    return PLAN.toArray(Stage[]::new);
  }

  /** What a request needs comes first, the long lists last. */
  static List<LookUp> lookUps(Flights flights, Planes planes) {
    ReferenceData reference = ReferenceData.bundled();
    return List.of(
        Histories.distances(flights),
        Histories.flights(flights),
        Histories.routes(flights),
        Histories.months(flights),
        Carriers.of(flights, planes, reference),
        Airports.of(flights, reference),
        Airplanes.of(flights, planes),
        Airplanes.byManufacturer(flights, planes),
        FlightLists.byDateAndOrigin(flights),
        FlightLists.byTail(flights));
  }
}
