package flights.workloads.sales;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.standalone.EmbeddedStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command on a real store: seeded, edited by people, and away. */
class SalesCommandIT {

  @TempDir Path folder;
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private EmbeddedStore embedded;
  private Store store;

  @BeforeEach
  void open() {
    embedded = EmbeddedStore.inMemory(0);
    store = Store.open(embedded.uri(), "shop");
  }

  @AfterEach
  void close() {
    store.close();
    embedded.close();
  }

  @Test
  void emptyCollectionsAreSeededOnceAndTheFileIsThatOfTheBundledShop() throws IOException {
    String told = run("generate", "--rows", "3000", "--seed", "5");

    Path file = folder.resolve("demo/sales.csv");
    assertThat(file).hasContent(SaleRow.text(TestShop.bundled(), 3000, 5));
    assertThat(told)
        .contains("the collection products was empty: 60 are put there")
        .contains("the collection stores was empty: 50 are put there")
        .contains(file + ": 3,000 rows (")
        .contains("60 products in 50 stores, seed 5")
        .contains("wrong on purpose: 60 rows (missing field 18, quantity is no number 9,")
        .endsWith(
            "next: ./flights train sales --data %s, or upload it on http://127.0.0.1:5001/models/sales/trainings\n"
                .formatted(file));
    assertThat(products().countDocuments()).isEqualTo(60);
    assertThat(store.collection("stores").countDocuments()).isEqualTo(50);
    assertThat(run("generate", "--rows", "10")).doesNotContain("was empty");
  }

  @Test
  void whatPeopleEditInTheStoreIsWhatIsSold() throws IOException {
    run("generate", "--rows", "10");
    products().deleteMany(Filters.ne("_id", "P002"));
    edit("P002", Updates.combine(Updates.set("name", "Rye, dark"), Updates.set("price", 3)));
    products()
        .insertOne(
            new Document("_id", "P100")
                .append("name", "Bun")
                .append("price", 0.5)
                .append("kind", "bakery"));
    Path to = folder.resolve("mine.csv");

    run("generate", "--rows", "2000", "--to", to.toString());

    List<SaleRow> rows = new RowRecount(SaleRow.of(Files.readString(to))).right();
    assertThat(rows).extracting(SaleRow::productName).containsOnly("Rye, dark", "Bun");
    assertThat(rows)
        .filteredOn(row -> row.productName().equals("Bun"))
        .extracting(SaleRow::price)
        .contains(0.5)
        .allMatch(price -> price <= 0.5);
  }

  @Test
  void aDocumentThatCannotBeUsedIsNamedWithTheWayOut() throws IOException {
    run("generate", "--rows", "10");
    String kept = Files.readString(folder.resolve("demo/sales.csv"));

    edit("P007", Updates.unset("price"));
    assertRefused(
        "\"P007\" has no price in the collection products: set one in mongosh:"
            + " db.products.updateOne({_id: \"P007\"}, {$set: {price: 1.99}})");
    edit("P007", Updates.set("price", "dear"));
    assertRefused("\"P007\" has the price \"dear\", which is not a number in the collection");
    edit("P007", Updates.combine(Updates.set("price", 2.5), Updates.set("kind", "toys")));
    assertRefused("product P007 has the kind \"toys\", which the rules do not know");
    products().deleteOne(Filters.eq("_id", "P007"));
    products().insertOne(new Document("_id", 5).append("name", "Five"));
    assertRefused("a document of the collection products has the _id 5, which is no text");

    assertThat(folder.resolve("demo/sales.csv")).hasContent(kept);
    assertThat(folder.resolve("demo")).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void wrongWordsAreRefused() {
    assertRefused("at index 0: 'make'; see ./flights demo sales --help", "make");
    assertRefused("--rows 0 is no whole number from 1 to", "generate", "--rows", "0");
    assertRefused("--rows -5 is no whole number from 1 to", "generate", "--rows", "-5");
    assertRefused("'--seed': x is no whole number", "generate", "--seed", "x");
    assertRefused("is a folder", "generate", "--to", folder.toString());
    assertRefused(
        "99,000,000 rows are too many: 60 products in 50 stores have room for 32,874,000",
        "generate",
        "--rows",
        "99000000");
  }

  @Test
  void aStoreThatIsAwayIsToldWithTheWayOut() {
    embedded.close();
    SalesCommand command =
        command(Map.of("FLIGHTS_HOME", folder.toString(), "FLIGHTS_STORE_PORT", port()));
    assertThatThrownBy(() -> command.run(List.of("generate")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no MongoDB answers at")
        .hasMessageEndingWith("; ./flights up starts the embedded one");
    assertThat(folder.resolve("demo")).isEmptyDirectory();
  }

  private String port() {
    return embedded.uri().substring(embedded.uri().lastIndexOf(':') + 1);
  }

  private MongoCollection<Document> products() {
    return store.collection("products");
  }

  private void edit(String id, Bson change) {
    products().updateOne(Filters.eq("_id", id), change);
  }

  private void assertRefused(String said, String... words) {
    List<String> given = words.length == 0 ? List.of("generate", "--rows", "10") : List.of(words);
    assertThatThrownBy(() -> run(given.toArray(String[]::new)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(said)
        .hasMessageNotContaining("\n");
  }

  private String run(String... words) {
    told.reset();
    command(
            Map.of(
                "FLIGHTS_HOME",
                folder.toString(),
                "MONGODB_URI",
                embedded.uri(),
                "MONGODB_DATABASE",
                "shop"))
        .run(List.of(words));
    return told.toString(UTF_8);
  }

  private SalesCommand command(Map<String, String> environment) {
    return new SalesCommand(
        Settings.of(environment), TestShop.FOLDER, new PrintStream(told, true, UTF_8));
  }
}
