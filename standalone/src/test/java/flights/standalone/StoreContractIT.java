package flights.standalone;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import flights.core.heartbeat.Heartbeat;
import flights.core.heartbeat.Heartbeats;
import flights.flight.FlightCollections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the program needs of any store. */
class StoreContractIT {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123Z");

  private StoreUnderTest store;

  @BeforeEach
  void open() {
    store = new StoreUnderTest();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void answers() {
    assertThat(store.store().check().up()).isTrue();
  }

  @Test
  void anUpsertByIdRepeatedDoesNotDouble() {
    MongoCollection<Document> responses = store.store().collection(FlightCollections.RESPONSES);
    for (int round = 0; round < 2; round++) {
      responses.bulkWrite(
          IntStream.range(0, 100)
              .mapToObj(i -> new Document("_id", "id-" + i).append("Prediction", i % 4))
              .map(
                  d ->
                      new ReplaceOneModel<>(
                          eq("_id", d.get("_id")), d, new ReplaceOptions().upsert(true)))
              .toList(),
          new BulkWriteOptions().ordered(false));
    }

    assertThat(responses.countDocuments()).isEqualTo(100);
    assertThat(responses.find(eq("_id", "id-7")).first()).containsEntry("Prediction", 3);
  }

  @Test
  void manyAreFoundByTheirIdsInOneQuery() {
    MongoCollection<Document> responses = store.store().collection(FlightCollections.RESPONSES);
    responses.insertMany(
        List.of(new Document("_id", "a"), new Document("_id", "b"), new Document("_id", "c")));

    assertThat(responses.find(Filters.in("_id", "a", "c", "z")).into(new ArrayList<>())).hasSize(2);
  }

  @Test
  void instantsAreKeptAsDatesToTheMillisecond() {
    MongoCollection<Document> things = store.store().collection("things");
    things.insertOne(new Document("_id", 1).append("at", NOON));

    assertThat(things.find().first()).containsEntry("at", Date.from(NOON));
  }

  @Test
  void theLatestAreFoundBySorting() {
    MongoCollection<Document> things = store.store().collection("things");
    IntStream.range(0, 10).forEach(i -> things.insertOne(new Document("_id", i)));

    assertThat(things.find().sort(Sorts.descending("_id")).limit(2).into(new ArrayList<>()))
        .extracting(found -> found.get("_id"))
        .containsExactly(9, 8);
  }

  @Test
  void aRouteHasOneDistance() {
    FlightCollections.ensureIndexes(store.store().database());
    FlightCollections.ensureIndexes(store.store().database());
    MongoCollection<Document> distances = store.store().collection(FlightCollections.DISTANCES);
    distances.insertOne(
        new Document("Origin", "ATL").append("Dest", "SFO").append("Distance", 2139.0));

    assertThatThrownBy(
            () -> distances.insertOne(new Document("Origin", "ATL").append("Dest", "SFO")))
        .isInstanceOf(MongoWriteException.class);
  }

  @Test
  void theLatestSignOfLifeIsKept() {
    Heartbeats heartbeats = new Heartbeats(store.store());
    heartbeats.beat(new Heartbeat("predictor/x", 1, null, "no model", null, NOON));
    Heartbeat latest = new Heartbeat("predictor/x", 1, "v1", null, null, NOON.plusSeconds(2));
    heartbeats.beat(latest);

    assertThat(heartbeats.latest("predictor/x")).hasValue(latest);
    assertThat(heartbeats.latest("predictor/y")).isEmpty();
    assertThat(latest.isFresh(latest.at().plusSeconds(3))).isTrue();
    assertThat(latest.isFresh(latest.at().plusSeconds(60))).isFalse();
  }
}
