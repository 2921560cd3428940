package flights.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flights.core.command.CommandLines;
import flights.core.command.ServiceCommands.ResetCommand;
import flights.core.contract.ModelConfig;
import flights.core.contract.Series;
import flights.core.registry.ModelRegistry;
import flights.core.registry.ModelVersion;
import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.flight.FlightCollections;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResetIT {

  @TempDir Path folder;
  private static final ModelConfig GOODS =
      new ModelConfig(
          "goods",
          "id",
          List.of(),
          Map.of(),
          List.of(),
          "q",
          "a",
          "e",
          null,
          null,
          Map.of(),
          new Series(List.of("a"), "y", "m", "v", null, null, "goods_history", Map.of()));

  private Settings settings;

  @BeforeEach
  void fillHome() throws IOException {
    settings = Settings.of(Map.of("FLIGHTS_HOME", folder.toString()));
    Files.createDirectories(settings.home().broker().resolve("topic-0"));
    Files.createDirectories(settings.home().checkpoints().resolve("flight-delay"));
    Files.createDirectories(settings.home().models().resolve("flight-delay/1"));
    Files.createDirectories(settings.home().uploads());
    try (EmbeddedStore embedded = EmbeddedStore.onDisk(settings.home().store(), 0);
        Store store = Store.open(embedded.uri(), settings.mongodbDatabase())) {
      store.collection(FlightCollections.RESPONSES).insertOne(new Document("_id", "an-id"));
      ModelRegistry registry = new ModelRegistry(store.database());
      registry.register(new ModelVersion("flight-delay", "1", "file:/x", Instant.now(), Map.of()));
      registry.promote("flight-delay", "1", "first");
      store.collection("goods_history").insertOne(new Document("_id", "goods/1/a"));
      registry.register(
          new ModelVersion("goods", "1", "file:/y", Instant.now(), Map.of()), Map.of(), GOODS);
    }
  }

  @Test
  void withoutOptionsTheDataGoAndTheModelsStay() throws Exception {
    assertThat(reset("--yes")).isZero();

    assertThat(settings.home().broker()).doesNotExist();
    assertThat(settings.home().checkpoints()).doesNotExist();
    assertThat(Path.of(URI.create(settings.uploads()))).doesNotExist();
    assertThat(settings.home().models().resolve("flight-delay/1")).exists();
    assertThat(stored()).isEqualTo(new Stored(0, true, 1));
  }

  @Test
  void withModelOnlyTheModelsGo() throws Exception {
    assertThat(reset("--yes", "--model")).isZero();

    assertThat(settings.home().broker()).exists();
    assertThat(settings.home().checkpoints()).exists();
    assertThat(settings.home().uploads()).exists();
    assertThat(settings.home().models()).doesNotExist();
    assertThat(stored()).isEqualTo(new Stored(1, false, 0));
  }

  @Test
  void withAllEverythingGoes() throws Exception {
    assertThat(reset("--yes", "--all")).isZero();

    assertThat(settings.home().broker()).doesNotExist();
    assertThat(settings.home().models()).doesNotExist();
    assertThat(stored()).isEqualTo(new Stored(0, false, 0));
  }

  @Test
  void anUnknownOptionIsRefused() {
    assertThatThrownBy(() -> reset("--everything"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--everything");
  }

  private int reset(String... options) throws Exception {
    return new Reset(
            settings,
            ResetOptions.of(CommandLines.read(ResetCommand.class, options)),
            Path.of("../resources/streams"))
        .run();
  }

  private record Stored(long predictions, boolean champion, long histories) {}

  private Stored stored() {
    try (EmbeddedStore embedded = EmbeddedStore.onDisk(settings.home().store(), 0);
        Store store = Store.open(embedded.uri(), settings.mongodbDatabase())) {
      return new Stored(
          store.collection(FlightCollections.RESPONSES).countDocuments(),
          new ModelRegistry(store.database()).champion("flight-delay").isPresent(),
          store.collection("goods_history").countDocuments());
    }
  }
}
