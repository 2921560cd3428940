package flights.standalone;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.UpdateResult;
import flights.core.store.Store;
import flights.standalone.store.query.QueryMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands that the embedded store answers as MongoDB does. */
class StoreCommandsIT {

  private static final int MANY = 1_000;
  private static final int OTHER_OPTIONS = 85;
  private static final int TOO_MUCH = 292;

  private EmbeddedStore embedded;
  private Store store;
  private MongoCollection<Document> things;

  @BeforeEach
  void open() {
    embedded = EmbeddedStore.inMemory(0, new QueryMemory(1 << 20, 3 << 19), Duration.ofMillis(100));
    store = Store.open(embedded.uri(), "test");
    things = store.collection("things");
  }

  @AfterEach
  void close() {
    store.close();
    embedded.close();
  }

  @Test
  void documentsGoWhenTheirTimeIsOver() {
    Instant now = Instant.now();
    things.insertMany(
        List.of(
            new Document("_id", "old").append("at", Date.from(now.minusSeconds(7_200))),
            new Document("_id", "less old").append("at", Date.from(now.minusSeconds(1_800))),
            new Document("_id", "new").append("at", Date.from(now)),
            new Document("_id", "never").append("at", "a text")));
    things.createIndex(
        new Document("at", 1), new IndexOptions().expireAfter(3_600L, TimeUnit.SECONDS));
    await().untilAsserted(() -> assertThat(ids()).containsOnly("less old", "new", "never"));
    Document shorter = new Document("keyPattern", new Document("at", 1));
    Document modified =
        store
            .database()
            .runCommand(
                new Document("collMod", "things")
                    .append("index", shorter.append("expireAfterSeconds", 600)));
    assertThat(modified.get("expireAfterSeconds_old", Number.class).intValue()).isEqualTo(3_600);
    assertThat(modified.get("expireAfterSeconds_new", Number.class).intValue()).isEqualTo(600);
    await().untilAsserted(() -> assertThat(ids()).containsOnly("new", "never"));
    assertThat(things.listIndexes())
        .anySatisfy(index -> assertThat(index).containsEntry("expireAfterSeconds", 600));
  }

  @Test
  void anIndexThatIsThereWithOtherOptionsIsTold() {
    things.createIndex(new Document("a", 1));
    things.createIndex(new Document("a", 1));
    assertThatThrownBy(
            () -> things.createIndex(new Document("a", 1), new IndexOptions().sparse(true)))
        .isInstanceOfSatisfying(
            MongoCommandException.class, e -> assertThat(e.getCode()).isEqualTo(OTHER_OPTIONS));
    assertThat(things.listIndexes()).hasSize(2);
  }

  @Test
  void indexesAreDroppedFromTheirCollectionOnly() {
    MongoCollection<Document> others = store.collection("others");
    things.createIndex(new Document("a", 1));
    others.createIndex(new Document("a", 1));
    things.dropIndex("a_1");
    assertThat(things.listIndexes()).hasSize(1);
    assertThat(others.listIndexes()).hasSize(2);
    others.dropIndexes();
    assertThat(others.listIndexes()).hasSize(1);
  }

  @Test
  void anIndexThatSomeDocumentDoesNotFitInIsNotMade() {
    things.insertOne(new Document("a", List.of(1, 2)).append("b", List.of(3, 4)));
    assertThatThrownBy(() -> things.createIndex(new Document("a", 1).append("b", 1)))
        .isInstanceOf(MongoCommandException.class)
        .hasMessageContaining("parallel arrays");
    assertThat(things.listIndexes()).hasSize(1);
    things.insertOne(new Document("a", List.of(1)).append("b", List.of(3)));
  }

  @Test
  void explainSaysHowDocumentsAreFound() {
    fill();
    assertThat(plan(new Document("n", 7))).isEqualTo("COLLSCAN");
    things.createIndex(new Document("n", 1));
    assertThat(plan(new Document("n", 7))).isEqualTo("IXSCAN n_1");
    assertThat(plan(new Document("n", new Document("$gte", MANY - 10)))).isEqualTo("IXSCAN n_1");
    assertThat(plan(new Document("_id", 7))).isEqualTo("IDHACK");
    assertThat(plan(new Document("text", "x"))).isEqualTo("COLLSCAN");
    Document sorted = things.find().sort(Sorts.descending("n")).limit(3).explain();
    assertThat(sorted.toJson()).contains("IXSCAN").doesNotContain("\"SORT\"");
    assertThat(sorted.getEmbedded(List.of("executionStats", "totalKeysExamined"), Number.class))
        .isIn(3L, 3, 4L, 4);
  }

  /** As a change of a topic is written whose key has several fields. */
  @Test
  void aDocumentIsFoundByAnIdOfSeveralFields() {
    things.createIndex(new Document("n", 1));
    for (int i = 0; i < 100; i++) {
      things.replaceOne(
          eq("_id", new Document("user", i % 50).append("start", "noon")),
          new Document("n", i),
          new ReplaceOptions().upsert(true));
    }
    Document id = new Document("user", 7).append("start", "noon");
    assertThat(things.countDocuments()).isEqualTo(50);
    assertThat(things.find(eq("_id", id))).containsExactly(new Document("_id", id).append("n", 57));
    assertThat(things.find(eq("n", 57))).hasSize(1);
    assertThat(things.find(eq("n", 7))).isEmpty();
    assertThat(plan(new Document("_id", id))).isEqualTo("IDHACK");
    assertThat(plan(new Document("_id", new Document("$in", List.of(id, "x")))))
        .isEqualTo("IDHACK");
    assertThat(things.find(eq("_id", new Document("user", 7.0).append("start", "noon"))))
        .hasSize(1);
    assertThat(things.find(eq("_id", new Document("user", 99).append("start", "noon")))).isEmpty();
    assertThat(things.find(eq("_id", new Document("user", 7)))).isEmpty();
    assertThat(things.find(eq("_id.user", 7))).hasSize(1);
    assertThat(things.find(new Document("_id", new Document("$ne", id)))).hasSize(49);
    assertThat(things.deleteMany(new Document()).getDeletedCount()).isEqualTo(50);
  }

  @Test
  void manyAreChangedByOneCommand() {
    fill();
    things.createIndex(new Document("n", 1));
    UpdateResult result =
        things.updateMany(gte("n", 0), new Document("$inc", new Document("n", MANY)));
    assertThat(result.getMatchedCount()).isEqualTo(MANY);
    assertThat(result.getModifiedCount()).isEqualTo(MANY);
    assertThat(things.countDocuments(gte("n", MANY))).isEqualTo(MANY);
    assertThat(
            things
                .updateMany(
                    eq("n", -1),
                    new Document("$set", new Document("new", true)),
                    new UpdateOptions().upsert(true))
                .getUpsertedId())
        .isNotNull();
    assertThat(things.deleteMany(gte("n", MANY + 10)).getDeletedCount()).isEqualTo(MANY - 10);
    assertThat(things.countDocuments()).isEqualTo(11);
  }

  /** What one of them has read ahead, another may have changed or deleted. */
  @Test
  void whoDeletesTheSameAtTheSameTimeDeletesEachOnce() {
    fill();
    things.createIndex(new Document("n", 1));
    long deleted =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> things.deleteMany(gte("n", 10)).getDeletedCount()))
            .toList()
            .stream()
            .mapToLong(CompletableFuture::join)
            .sum();
    assertThat(deleted).isEqualTo(MANY - 10);
    assertThat(things.countDocuments()).isEqualTo(10);
    assertThat(things.countDocuments(gte("n", 0))).isEqualTo(10);
  }

  @Test
  void aSortThatHoldsTooMuchIsRefusedAndByAnIndexItIsNot() {
    fill();
    things.updateMany(
        new Document(), new Document("$set", new Document("text", "x".repeat(2_000))));
    assertThatThrownBy(() -> things.find().sort(Sorts.ascending("n")).into(new ArrayList<>()))
        .isInstanceOfSatisfying(
            MongoCommandException.class, e -> assertThat(e.getCode()).isEqualTo(TOO_MUCH));
    things.createIndex(new Document("n", 1));
    assertThat(things.find().sort(Sorts.ascending("n")))
        .extracting(thing -> thing.get("n"))
        .isEqualTo(IntStream.range(0, MANY).boxed().toList());
  }

  /**
   * Sorted documents that nobody fetches are held for the next one only as long as there is room.
   */
  @Test
  void aCursorThatRestsGivesWayToAnotherQuery() {
    fill();
    things.updateMany(new Document(), new Document("$set", new Document("text", "x".repeat(700))));
    Document sort = Document.parse("{find: 'things', sort: {n: 1}, batchSize: 2}");
    Document left = store.database().runCommand(sort).get("cursor", Document.class);
    assertThatThrownBy(() -> store.database().runCommand(sort))
        .isInstanceOfSatisfying(
            MongoCommandException.class, e -> assertThat(e.getCode()).isEqualTo(TOO_MUCH));
    await()
        .ignoreExceptionsInstanceOf(MongoCommandException.class)
        .until(() -> store.database().runCommand(sort).containsKey("cursor"));
    assertThatThrownBy(
            () ->
                store
                    .database()
                    .runCommand(
                        new Document("getMore", left.get("id")).append("collection", "things")))
        .isInstanceOf(MongoCommandException.class)
        .hasMessageContaining("CursorNotFound");
  }

  @Test
  void aMissingValueWithinAnArrayIsNull() {
    things.insertOne(new Document("_id", 1).append("a", 1));
    assertThat(
            things
                .aggregate(List.of(Document.parse("{$project: {v: ['$a', '$none']}}")))
                .first()
                .getList("v", Integer.class))
        .containsExactly(1, null);
  }

  @Test
  void severalCountsInOnePassAgree() {
    fill();
    Document counted =
        things
            .aggregate(
                List.of(
                    Document.parse(
                        "{$facet: {all: [{$count: 'n'}],"
                            + " even: [{$match: {even: true}}, {$count: 'n'}],"
                            + " first: [{$sort: {n: -1}}, {$skip: 1}, {$limit: 2},"
                            + " {$project: {n: 1}}]}}")))
            .first();
    assertThat(counted.toJson())
        .isEqualTo(
            "{\"all\": [{\"n\": 1000}], \"even\": [{\"n\": 500}],"
                + " \"first\": [{\"_id\": 998, \"n\": 998}, {\"_id\": 997, \"n\": 997}]}");
  }

  private void fill() {
    things.insertMany(
        IntStream.range(0, MANY)
            .mapToObj(i -> new Document("_id", i).append("n", i).append("even", i % 2 == 0))
            .toList());
  }

  private String plan(Document filter) {
    Document plan =
        things
            .find(filter)
            .explain()
            .get("queryPlanner", Document.class)
            .get("winningPlan", Document.class);
    return plan.containsKey("inputStage")
        ? plan.get("inputStage", Document.class).getString("stage")
            + " "
            + plan.get("inputStage", Document.class).getString("indexName")
        : plan.getString("stage");
  }

  private List<Object> ids() {
    return things.find().map(thing -> thing.get("_id")).into(new ArrayList<>());
  }
}
