package flights.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoNamespace;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import flights.core.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmbeddedStoreIT {

  private static final int STATIONS = 960;

  /** How a store may come to its end. */
  private enum End {
    ORDERLY,
    KILLED
  }

  @TempDir Path folder;
  private EmbeddedStore embedded;
  private Store store;

  @BeforeEach
  void open() {
    open(folder.resolve("store"));
  }

  @AfterEach
  void close() {
    store.close();
    embedded.close();
  }

  @ParameterizedTest
  @EnumSource
  void keepsDocumentsOfEveryKindOverARestart(End end) throws IOException {
    List<Document> kinds =
        documents(
            "text, ü and \u0001",
            7,
            8L,
            0.25,
            true,
            null,
            new Date(1_700_000_000_000L),
            new ObjectId(),
            new Decimal128(12),
            List.of(1, "two", List.of()),
            new Document("a", new Document("b", List.of(new Document()))));
    store.collection("things").insertMany(kinds);
    restart(end);
    assertThat(store.check().up()).isTrue();
    assertThat(store.collection("things").find()).containsExactlyInAnyOrderElementsOf(kinds);
    for (Document document : kinds) {
      assertThat(store.collection("things").find(new Document("_id", document.get("_id"))))
          .containsExactly(document);
    }
  }

  @Test
  void hasWhatItHasAnsweredEvenWhenItIsKilled() throws IOException {
    store.collection("things").insertOne(new Document("_id", "a"));
    store.collection("things").replaceOne(new Document("_id", "a"), new Document("n", 2));
    kill();
    assertThat(store.collection("things").find())
        .containsExactly(new Document("_id", "a").append("n", 2));
  }

  /** Ids from the file and ids from clients are equal, however each was made. */
  @Test
  void idsOfSeveralFieldsAreFoundAfterRestarts() {
    putStations(0, 2);
    close();
    open();
    putStations(1, 2);
    close();
    open();
    putStations(0, 1);

    MongoCollection<Document> stations = store.collection("stations");
    assertThat(stations.countDocuments()).isEqualTo(STATIONS);
    for (Document one : stations.find().into(new ArrayList<>())) {
      assertThat(stations.find(new Document("_id", one.get("_id")))).containsExactly(one);
    }
  }

  private void putStations(int first, int step) {
    List<ReplaceOneModel<Document>> all = new ArrayList<>();
    for (int i = first; i < STATIONS; i += step) {
      Document id = new Document("station", "S" + i % 15).append("slot", i / 15);
      all.add(
          new ReplaceOneModel<>(
              new Document("_id", id),
              new Document("_id", id).append("n", step),
              new ReplaceOptions().upsert(true)));
    }
    var unused = store.collection("stations").bulkWrite(all);
  }

  @ParameterizedTest
  @EnumSource
  void aUniqueIndexHoldsOverARestartAndTakesOneDocumentThatLacksTheField(End end)
      throws IOException {
    MongoCollection<Document> things = store.collection("things");
    things.createIndex(new Document("x", 1).append("y", 1), new IndexOptions().unique(true));
    things.insertOne(new Document("_id", 1).append("x", "JFK").append("y", "PDX"));
    things.insertOne(new Document("_id", 2));
    restart(end);
    assertThatThrownBy(
            () ->
                store
                    .collection("things")
                    .insertOne(new Document("_id", 3).append("x", "JFK").append("y", "PDX")))
        .isInstanceOf(MongoWriteException.class);
    assertThatThrownBy(() -> store.collection("things").insertOne(new Document("_id", 3)))
        .isInstanceOf(MongoWriteException.class);
    store.collection("things").insertOne(new Document("_id", 3).append("x", "JFK"));
    assertThat(store.collection("things").find(new Document("x", "JFK").append("y", "PDX")))
        .hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsDroppedOrRenamedIsGoneUnderItsOldName(End end) throws IOException {
    store.collection("dropped").insertOne(new Document("_id", 1));
    store.collection("old").insertOne(new Document("_id", 1).append("name", "moved"));
    store.collection("dropped").drop();
    store.collection("old").renameCollection(new MongoNamespace("test.new"));
    store.collection("old").insertOne(new Document("_id", 1).append("name", "another"));
    restart(end);
    store.collection("dropped").insertOne(new Document("_id", 1).append("n", 2));
    assertThat(store.collection("dropped").find()).hasSize(1);
    assertThat(store.collection("new").find(new Document("_id", 1)).first())
        .containsEntry("name", "moved");
    assertThat(store.collection("old").find(new Document("_id", 1)).first())
        .containsEntry("name", "another");
  }

  @ParameterizedTest
  @EnumSource
  void aDatabaseThatIsDroppedIsEmptyAfterARestart(End end) throws IOException {
    store.collection("things").insertOne(new Document("_id", 1));
    store.database().drop();
    restart(end);
    assertThat(store.database().listCollectionNames()).isEmpty();
    assertThat(store.collection("things").find()).isEmpty();
  }

  @Test
  void manyDocumentsComeInSeveralMessages() {
    MongoCollection<Document> things = store.collection("things");
    things.insertMany(IntStream.range(0, 2_500).mapToObj(i -> new Document("_id", i)).toList());
    assertThat(firstBatch(new Document("find", "things"))).hasSize(101);
    assertThat(
            firstBatch(
                new Document("aggregate", "things")
                    .append("pipeline", List.of())
                    .append("cursor", new Document())))
        .hasSize(101);
    assertThat(things.find().into(new ArrayList<>())).hasSize(2_500);
    assertThat(things.aggregate(List.of()).into(new ArrayList<>())).hasSize(2_500);
    assertThat(things.find().limit(1_700).into(new ArrayList<>())).hasSize(1_700);
  }

  @Test
  void aStoreThatIsNotThereIsNamedWithItsVariableAndWithoutItsPassword() {
    try (Store away = Store.open("mongodb://ann:secret@127.0.0.1:1/?authSource=admin", "test")) {
      assertThat(away.check().up()).isFalse();
      assertThat(away.check().detail())
          .contains("127.0.0.1:1")
          .contains("MONGODB_URI")
          .doesNotContain("secret");
    }
  }

  /** A document for each value, with the value as its id (but null and lists) and as a field. */
  private static List<Document> documents(Object... values) {
    return Arrays.stream(values)
        .map(
            value ->
                new Document("_id", value == null || value instanceof List ? new ObjectId() : value)
                    .append("value", value))
        .toList();
  }

  private List<Document> firstBatch(Document command) {
    return store
        .database()
        .runCommand(command)
        .get("cursor", Document.class)
        .getList("firstBatch", Document.class);
  }

  private void restart(End end) throws IOException {
    if (end == End.KILLED) {
      kill();
    } else {
      close();
      open();
    }
  }

  /** Goes on with what is on the disk now: the journal first, which the file makes up for. */
  private void kill() throws IOException {
    Files.copy(folder.resolve("store.journal"), folder.resolve("left.journal"));
    Path left = Files.copy(folder.resolve("store"), folder.resolve("left"));
    close();
    open(left);
  }

  private void open(Path file) {
    embedded = EmbeddedStore.onDisk(file, 0);
    store = Store.open(embedded.uri(), "test");
  }
}
