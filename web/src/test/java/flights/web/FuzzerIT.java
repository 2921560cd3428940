package flights.web;

import static flights.web.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import flights.core.contract.Field;
import flights.core.contract.FieldType;
import flights.core.contract.ModelConfig;
import flights.core.kafka.Kafka;
import flights.core.kafka.Topics;
import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.flight.FlightTopics;
import flights.standalone.EmbeddedBroker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A fuzzer that is not ours, schemathesis, calls every address of the API document, and finds
 * nothing that the document and the server tell in two ways. Its cases are the same at each run;
 * more of them on demand: {@code -Dflights.test.random=100000}.
 */
class FuzzerIT {

  private static final String PROGRAMS = System.getenv("FLIGHTS_TEST_SCHEMATHESIS");

  /** At most, of each address, beside those that it derives from the document one by one. */
  private static final int CALLS_EACH =
      Math.max(5, Integer.getInteger("flights.test.random", 0) / 100);

  /** The one that the document gives as an example. */
  private static final String MODEL = "sentiment";

  private static final Path TESTING = Path.of("..", "testing", "schemathesis").toAbsolutePath();

  @TempDir Path folder;

  @Test
  void itFindsNothing() throws Exception {
    assumeTrue(
        PROGRAMS != null,
        "FLIGHTS_TEST_SCHEMATHESIS names no folder of programs; ./flights test installs one");
    // What it asks for to be trained, nobody may find on the broker of the other tests.
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0)) {
      Settings settings = Settings.of(variables(broker));
      Kafka kafka = new Kafka(broker.servers());
      try (Admin admin = kafka.admin()) {
        List<String> topics = new ArrayList<>(FlightTopics.ALL);
        topics.add(Topics.TRAINING_REQUESTS);
        Topics.ensure(admin, topics, 2, Duration.ofDays(1));
      }
      try (Store store = Store.open(settings)) {
        ImportedFlights.into(store);
        PlayedModel.register(store, MODEL, Map.of(), config());
        try (PlayedModel predictor = PlayedModel.serve(kafka, store, config(), FuzzerIT::predict);
            Web web = Web.start(settings, 0)) {
          awaitReady(new Calls(web));
          assertThat(fuzz(web.port())).startsWith("0 ");
          assertThat(predictor.asked()).isPositive();
        }
      }
    }
  }

  private static void awaitReady(Calls calls) {
    await().until(() -> calls.get("/ready").statusCode() == 200);
    String form = "/models/" + MODEL + "/predict";
    await().until(() -> !calls.page(form).body().contains("Nobody answers"));
  }

  /** How it ended, and what it said. */
  private String fuzz(int port) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(PROGRAMS, "schemathesis").toString(),
            "--config-file",
            TESTING.resolve("schemathesis.toml").toString(),
            "run",
            "--no-color",
            "--max-examples",
            String.valueOf(CALLS_EACH),
            "http://127.0.0.1:" + port + "/openapi.yaml");
    builder.environment().put("PYTHONPATH", TESTING.toString());
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "yes");
    Process process = builder.directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() + " " + said;
  }

  private Map<String, String> variables(EmbeddedBroker broker) {
    Map<String, String> variables = new TreeMap<>(Cluster.shared().variables());
    variables.put("KAFKA_BOOTSTRAP_SERVERS", broker.servers());
    variables.put("MONGODB_DATABASE", "fuzzer");
    variables.put("FLIGHTS_HOME", folder.resolve("home").toString());
    return variables;
  }

  private static ModelConfig config() {
    return new ModelConfig(
        MODEL,
        "id",
        List.of(
            Field.required("id", FieldType.STRING).between(1, 128),
            Field.required("clean_text", FieldType.STRING).between(1, 10_000)),
        new LinkedHashMap<>(Map.of("likely", "probability")),
        List.of("bad", "good"),
        MODEL + ".requests",
        MODEL + ".predictions",
        MODEL + ".errors",
        MODEL + "_predictions",
        MODEL + "_errors",
        Map.of("id", "a", "clean_text", "words"));
  }

  private static void predict(Map<String, Object> request, Map<String, Object> answer) {
    answer.put("likely", List.of(0.5, 0.5));
  }
}
