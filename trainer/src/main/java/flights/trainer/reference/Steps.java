package flights.trainer.reference;

import flights.core.reference.ReferenceData;
import flights.core.store.Collections;
import flights.trainer.progress.Stage;
import java.util.List;

/** What an import of flights does, one after another. */
final class Steps {

  static final String READING = "reading";

  /** The weights are about the seconds that the bundled year takes, on two busy processors. */
  private static final List<Stage> PLAN =
      List.of(
          new Stage(READING, 15),
          new Stage(Collections.DISTANCES, 2),
          new Stage(Collections.FLIGHT_HISTORY, 7),
          new Stage(Collections.ROUTE_HISTORY, 5),
          new Stage(Collections.MONTHLY_TOTALS, 2),
          new Stage(Collections.CARRIERS, 7),
          new Stage(Collections.AIRPORTS, 6),
          new Stage(Collections.AIRPLANES, 4),
          new Stage(Collections.MANUFACTURERS, 4),
          new Stage(Collections.FLIGHTS_BY_DATE_ORIGIN, 6),
          new Stage(Collections.FLIGHTS_BY_TAIL, 6));

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
