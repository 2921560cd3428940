package flights.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import flights.core.card.CardSplit;
import flights.core.card.CardStage;
import flights.core.card.CardTrial;
import flights.core.json.Json;
import flights.core.registry.Champion;
import flights.core.registry.ModelRegistry;
import flights.core.registry.ModelVersion;
import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.core.tracker.Tracker;
import flights.model.ModelPackages;
import flights.standalone.EmbeddedStore;
import flights.testing.MlflowServer;
import flights.testing.OtherAddresses;
import flights.testing.SparkForTests;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real MLflow knows of trainings, and what is promoted there and here. */
class MlflowIT {

  @TempDir static Path folder;
  private static EmbeddedStore embedded;
  private static Store store;
  private static ModelRegistry registry;
  private static MlflowServer mlflow;
  private static Tracker tracker;
  private static Trained trained;

  @BeforeAll
  static void trainWhileMlflowIsAway() throws Exception {
    Assumptions.assumeTrue(
        MlflowServer.isInstalled(), "there is no MLflow; ./flights test installs it");
    embedded = EmbeddedStore.inMemory(0);
    store = Store.open(embedded.uri(), "test");
    registry = new ModelRegistry(store.database());
    mlflow = new MlflowServer(folder);
    tracker = tracker();
    ModelPackages packages =
        new ModelPackages(folder.resolve("models").toUri().toString(), new Configuration());
    trained =
        new Training(
                SparkForTests.forFewRows(),
                Path.of("..").toAbsolutePath().normalize(),
                packages,
                store)
            .run(TrainOptions.of("sentiment", "--sample", "0.6", "--baselines"));
    tracker.update();
    mlflow.start();
    tracker.update();
  }

  @AfterAll
  static void close() throws Exception {
    if (mlflow != null) {
      List<ProcessHandle> all = mlflow.processes();
      mlflow.close();
      store.close();
      embedded.close();
      await().until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    }
  }

  @Test
  void itListensOnThisMachineAlone() throws Exception {
    assertThat(OtherAddresses.listening(mlflow.port())).isEmpty();
  }

  private static Tracker tracker() {
    Settings settings =
        Settings.of(Map.of("MLFLOW_TRACKING_URI", mlflow.address().replace("//", "//me:secret@")));
    return Tracker.of(settings, store).orElseThrow();
  }

  @Test
  void withoutAnAddressThereIsNoTracker() {
    assertThat(Tracker.of(Settings.of(Map.of()), store)).isEmpty();
  }

  @Test
  void whatWasTrainedWhileItWasAwayIsThereWithTheFiguresOfTheCard() throws Exception {
    JsonNode run = runs("sentiment").path(0);

    Map<String, Double> metrics = new HashMap<>();
    run.path("data")
        .path("metrics")
        .forEach(m -> metrics.put(m.path("key").asText(), m.path("value").asDouble()));
    assertThat(metrics).containsAllEntriesOf(trained.card().metrics());
    for (CardSplit split : trained.card().splits()) {
      assertThat(split.baselines()).isNotEmpty();
      for (CardTrial trial : split.trials()) {
        String name = trial == split.model() ? "model" : trial.name();
        trial
            .evaluation()
            .metrics()
            .forEach(
                (key, value) ->
                    assertThat(metrics.get(logged(split.name() + "/" + name + "/" + key)))
                        .isEqualTo(value));
      }
    }
    Map<String, String> parameters = new HashMap<>();
    run.path("data")
        .path("params")
        .forEach(it -> parameters.put(it.path("key").asText(), it.path("value").asText()));
    assertThat(parameters).containsEntry("seed", "42");
    for (int i = 0; i < trained.card().stages().size(); i++) {
      CardStage stage = trained.card().stages().get(i);
      String name = "stage." + (i + 1);
      assertThat(parameters).containsEntry(name, stage.stage());
      stage
          .parameters()
          .forEach((key, value) -> assertThat(parameters).containsEntry(name + "." + key, value));
    }
    assertThat(parameters.toString()).contains("regParam=", "maxIter=");
    assertThat(run.path("info").path("status").asText()).isEqualTo("FINISHED");
  }

  /** The files of a run under a folder, without its name. */
  private static List<String> logged(String run, String folder) throws Exception {
    List<String> found = new ArrayList<>();
    for (JsonNode file :
        mlflow
            .get("mlflow/artifacts/list?run_id=" + run + "&path=" + encoded(folder))
            .path("files")) {
      String path = file.path("path").asText();
      if (file.path("is_dir").asBoolean()) {
        found.addAll(logged(run, path));
      } else {
        found.add(path.substring("package/".length()));
      }
    }
    return found;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String logged(String key) {
    return key.replaceAll("[^A-Za-z0-9_. :/-]", "_");
  }

  @Test
  void theCardTheFiguresAndThePackageAreFilesOfTheRun() throws Exception {
    String run = runs("sentiment").path(0).path("info").path("run_id").asText();

    String files = mlflow.get("mlflow/artifacts/list?run_id=" + run).toString();
    assertThat(files).contains("\"card.json\"", "\"figures\"", "\"package\"");
    String uri = runs("sentiment").path(0).path("info").path("artifact_uri").asText();
    JsonNode card =
        mlflow.get(
            "mlflow-artifacts/artifacts/" + uri.replace("mlflow-artifacts:/", "") + "/card.json");
    assertThat(card).isEqualTo(Json.read(Json.write(trained.card()), JsonNode.class));
    Path folder = Path.of(URI.create(trained.version().address()));
    JsonNode manifest =
        Json.read(Files.readAllBytes(folder.resolve("manifest.json")), JsonNode.class);
    assertThat(
            mlflow.get(
                "mlflow-artifacts/artifacts/"
                    + uri.replace("mlflow-artifacts:/", "")
                    + "/package/manifest.json"))
        .isEqualTo(manifest);
    assertThat(logged(run, "package"))
        .containsAll(manifest.path("files").properties().stream().map(Map.Entry::getKey).toList());
  }

  @Test
  void theVersionTellsTheGatesWordAndIsTheChampion() throws Exception {
    JsonNode version = alias("sentiment");

    assertThat(version.path("description").asText()).isEqualTo(trained.verdict().reason());
    assertThat(version.toString())
        .contains(trained.version().version(), trained.version().address(), "the first version");
  }

  @Test
  void whatIsPromotedThereIsTheChampionHereAndStaysIt() throws Exception {
    register("there", "1", "2");
    registry.promote("there", "1", "the first version");
    tracker.update();

    promoteThere("there", "2");
    tracker.update();
    tracker.update();

    Champion champion = registry.champion("there").orElseThrow();
    assertThat(champion.version()).isEqualTo("2");
    assertThat(champion.reason()).isEqualTo("promoted in MLflow");
    assertThat(champion.move()).isEqualTo(2);
  }

  @Test
  void theLegacyStageIsFollowedToo() throws Exception {
    register("staged", "1", "2");
    registry.promote("staged", "1", "the first version");
    tracker.update();

    mlflow.post(
        "mlflow/model-versions/transition-stage",
        Map.of(
            "name",
            "staged",
            "version",
            number("staged", "2"),
            "stage",
            "Production",
            "archive_existing_versions",
            false));
    tracker.update();
    assertThat(registry.champion("staged").orElseThrow().version()).isEqualTo("2");
    assertThat(alias("staged").path("version").asText()).isEqualTo(number("staged", "2"));

    registry.promote("staged", "1", "by hand");
    tracker.update();
    tracker.update();
    assertThat(registry.champion("staged").orElseThrow().version()).isEqualTo("1");
  }

  @Test
  void whatIsPromotedHereHasTheAliasThere() throws Exception {
    register("here", "1", "2");
    registry.promote("here", "1", "the first version");
    tracker.update();

    registry.promote("here", "2", "by hand");
    tracker.update();

    assertThat(alias("here").path("version").asText()).isEqualTo(number("here", "2"));
    assertThat(alias("here").toString()).contains("by hand");
  }

  @Test
  void whereBothHaveMovedOursHolds() throws Exception {
    register("both", "1", "2", "3");
    registry.promote("both", "1", "the first version");
    tracker.update();

    promoteThere("both", "2");
    registry.promote("both", "3", "by hand");
    tracker.update();

    assertThat(registry.champion("both").orElseThrow().version()).isEqualTo("3");
    assertThat(alias("both").path("version").asText()).isEqualTo(number("both", "3"));
  }

  @Test
  void twoThatSendAtOnceSendEachVersionOnce() throws Exception {
    register("twice", "1", "2", "3");

    CompletableFuture<Void> other = CompletableFuture.runAsync(tracker()::update);
    tracker.update();
    other.get();
    tracker.update();

    assertThat(runs("twice")).hasSize(3);
    assertThat(versions("twice")).hasSize(3);
  }

  @Test
  void aVersionThatMlflowRefusesHoldsUpNoOther() throws Exception {
    register("odd", "it's", "2");
    registry.promote("odd", "2", "by hand");
    tracker.update();

    assertThat(versions("odd")).hasSize(1);
    assertThat(alias("odd").path("version").asText()).isEqualTo(number("odd", "2"));
  }

  private static void register(String name, String... versions) {
    Instant at = trained.version().createdAt();
    for (String version : versions) {
      at = at.plusSeconds(1);
      registry.register(
          new ModelVersion(name, version, "file:/nowhere/" + version, at, Map.of()),
          trained.card().toMap(),
          null);
    }
  }

  private static void promoteThere(String name, String version) throws Exception {
    mlflow.post(
        "mlflow/registered-models/alias",
        Map.of("name", name, "alias", "champion", "version", number(name, version)));
  }

  private static JsonNode alias(String name) throws Exception {
    return mlflow
        .get("mlflow/registered-models/alias?name=" + name + "&alias=champion")
        .path("model_version");
  }

  private static String number(String name, String version) throws Exception {
    for (JsonNode found : versions(name)) {
      for (JsonNode tag : found.path("tags")) {
        if (tag.path("key").asText().equals("flights.version")
            && tag.path("value").asText().equals(version)) {
          return found.path("version").asText();
        }
      }
    }
    throw new AssertionError(name + " " + version + " is not logged");
  }

  private static JsonNode versions(String name) throws Exception {
    return mlflow
        .get("mlflow/model-versions/search?filter=name%3D%27" + name + "%27&max_results=100")
        .path("model_versions");
  }

  private static JsonNode runs(String name) throws Exception {
    String experiment =
        mlflow
            .get("mlflow/experiments/get-by-name?experiment_name=" + name)
            .path("experiment")
            .path("experiment_id")
            .asText();
    return mlflow
        .post("mlflow/runs/search", Map.of("experiment_ids", List.of(experiment)))
        .path("runs");
  }
}
