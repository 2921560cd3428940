package flights.web;

import static flights.web.Calls.flightWith;
import static flights.web.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import flights.flight.FlightCollections;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** The distances kept in the store go before the great circle's, as soon as there are any. */
class DistanceIT {

  @Test
  void distancesThatAreImportedLaterAreUsed() {
    Cluster cluster = Cluster.shared();
    var distances = cluster.store.collection(FlightCollections.DISTANCES);
    try (Web web = Web.start(cluster.settings(), 0);
        PlayedPredictor predictor = new PlayedPredictor(cluster.kafka, cluster.store)) {
      Calls calls = new Calls(web);
      await().until(() -> calls.get("/ready").statusCode() == 200);

      distances.insertMany(
          List.of(
              new Document("Origin", "JFK").append("Dest", "SJU").append("Distance", 1598.0),
              new Document("Origin", "JFK").append("Dest", 7)));

      await()
          .untilAsserted(
              () ->
                  assertThat(predictor.await(calls.classify(flightWith("Dest", "SJU"))).distance())
                      .isEqualTo(1598));
    } finally {
      distances.drop();
    }
  }
}
