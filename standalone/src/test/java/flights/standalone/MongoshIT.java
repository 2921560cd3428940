package flights.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import flights.core.store.Store;
import flights.flight.FlightCollections;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People look at the predictions with the real mongosh. */
class MongoshIT {

  private static final String MONGOSH = System.getenv("FLIGHTS_TEST_MONGOSH");

  @TempDir Path folder;

  @Test
  void showsPredictionsTheWayTheReadmeSays() throws Exception {
    Assumptions.assumeTrue(
        MONGOSH != null, "FLIGHTS_TEST_MONGOSH names no mongosh; ./flights test installs one");
    try (EmbeddedStore embedded = EmbeddedStore.onDisk(folder.resolve("store"), 0);
        Store store = Store.open(embedded.uri(), "agile_data_science")) {
      store
          .collection(FlightCollections.RESPONSES)
          .insertOne(
              new Document("_id", "an-id")
                  .append("Route", "JFK-LAX")
                  .append("Prediction", 2)
                  .append("Timestamp", Instant.parse("2026-11-21T12:00:00Z")));

      String shown =
          mongosh(
              embedded.uri(),
              "use agile_data_science",
              "db.flight_delay_classification_response.find()",
              "db.flight_delay_classification_response.countDocuments()",
              "show collections");

      assertThat(shown)
          .contains("_id: 'an-id'")
          .contains("Route: 'JFK-LAX'")
          .contains("Prediction: 2")
          .contains("ISODate('2026-11-21T12:00:00.000Z')")
          .contains("flight_delay_classification_response");
    }
  }

  @Test
  void takesEveryQueryOfTheDocument() throws Exception {
    Assumptions.assumeTrue(
        MONGOSH != null, "FLIGHTS_TEST_MONGOSH names no mongosh; ./flights test installs one");
    List<String> queries =
        Pattern.compile("```js\\n(.*?)\\n```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("../docs/QUERIES.md")))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(queries).hasSize(20);
    try (EmbeddedStore embedded = EmbeddedStore.onDisk(folder.resolve("store"), 0)) {
      List<String> lines = new ArrayList<>(List.of("use agile_data_science"));
      for (int i = 0; i < queries.size(); i++) {
        lines.add("print('query " + i + "')");
        lines.add(queries.get(i));
      }

      assertThat(mongosh(embedded.uri(), lines.toArray(String[]::new)))
          .contains("query 0", "query 19")
          .doesNotContain("Error");
    }
  }

  @Test
  void theCheckOfAMongodbPassesHere() throws Exception {
    Assumptions.assumeTrue(
        MONGOSH != null, "FLIGHTS_TEST_MONGOSH names no mongosh; ./flights test installs one");
    try (EmbeddedStore embedded = EmbeddedStore.onDisk(folder.resolve("store"), 0)) {
      String[] command = {
        MONGOSH, "--quiet", embedded.uri(), "--file", "../resources/check_mongodb.js"
      };
      Process check = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(check.waitFor()).as(said).isZero();
      assertThat(said)
          .contains("documents: 20000", "this MongoDB does what the program needs")
          .doesNotContain("FAIL");
      assertThat(mongosh(embedded.uri(), "show dbs")).doesNotContain("flights_check");
    }
  }

  /** Types the lines into a mongosh, as a person does. */
  private static String mongosh(String uri, String... lines)
      throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder(List.of(MONGOSH, "--quiet", uri)).redirectErrorStream(true).start();
    shell
        .getOutputStream()
        .write((String.join("\n", lines) + "\nexit\n").getBytes(StandardCharsets.UTF_8));
    shell.getOutputStream().close();
    String shown = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).as(shown).isZero();
    return shown;
  }
}
