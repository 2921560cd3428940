package flights.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flights.core.contract.Field;
import flights.core.contract.FieldType;
import flights.core.contract.ModelConfig;
import flights.core.registry.Champion;
import flights.core.registry.ModelRegistry;
import flights.core.registry.ModelVersion;
import flights.core.registry.RegistryException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModelRegistryIT {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private StoreUnderTest store;
  private ModelRegistry registry;

  @BeforeEach
  void open() {
    store = new StoreUnderTest();
    registry = new ModelRegistry(store.store().database());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aVersionIsFoundAsItWasRegistered() {
    ModelVersion model = version("1", NOON);
    registry.register(model);

    assertThat(registry.version("delay", "1")).hasValue(model);
    assertThat(registry.version("delay", "2")).isEmpty();
    assertThat(registry.version("other", "1")).isEmpty();
  }

  @Test
  void howAVersionIsServedIsToldBesideIt() {
    ModelConfig config =
        new ModelConfig(
            "delay",
            "id",
            List.of(
                Field.required("id", FieldType.STRING).between(1, 128),
                Field.optional("at", FieldType.TIMESTAMP)),
            new LinkedHashMap<>(Map.of("answer", "cast(prediction as int)")),
            List.of("no", "yes"),
            "asked",
            "answered",
            "refused",
            "answers",
            "refusals",
            Map.of("id", "a", "at", "2013-07-04T12:00:00Z"));
    registry.register(version("1", NOON), Map.of("card", 1), config);
    registry.register(version("2", NOON));

    assertThat(registry.config("delay", "1")).hasValue(config);
    assertThat(registry.config("delay", "2")).isEmpty();
    assertThat(registry.championConfig("delay")).isEmpty();
    registry.promote("delay", "1", "first");
    assertThat(registry.championConfig("delay")).hasValue(config);
    assertThat(registry.versions("delay")).hasSize(2);
  }

  @Test
  void aVersionIsNeverOverwritten() {
    registry.register(version("1", NOON));

    assertThatThrownBy(() -> registry.register(version("1", NOON.plusSeconds(1))))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("delay 1");
    assertThat(registry.version("delay", "1").orElseThrow().createdAt()).isEqualTo(NOON);
  }

  @Test
  void versionsAreListedLatestFirst() {
    registry.register(version("a", NOON));
    registry.register(version("b", NOON.plusSeconds(2)));
    registry.register(version("c", NOON.plusSeconds(1)));
    registry.promote("delay", "a", "first");

    assertThat(registry.versions("delay"))
        .extracting(ModelVersion::version)
        .containsExactly("b", "c", "a");
  }

  @Test
  void theChampionMovesAndRollsBack() {
    registry.register(version("1", NOON));
    registry.register(version("2", NOON));
    registry.promote("delay", "1", "first");
    Champion second = registry.promote("delay", "2", "better");

    assertThat(second.earlier()).containsExactly("1");
    assertThat(registry.championVersion("delay")).hasValue(version("2", NOON));

    registry.rollback("delay");

    assertThat(registry.champion("delay").orElseThrow().version()).isEqualTo("1");
    assertThat(registry.champion("delay").orElseThrow().reason()).contains("from 2");
  }

  @Test
  void onlyARegisteredVersionCanBeChampion() {
    assertThatThrownBy(() -> registry.promote("delay", "9", "why not"))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("no version 9 of delay");
    assertThat(registry.champion("delay")).isEmpty();
  }

  @Test
  void thereIsNothingToRollBackToBeforeTheFirst() {
    registry.register(version("1", NOON));
    registry.promote("delay", "1", "first");

    assertThatThrownBy(() -> registry.rollback("delay"))
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("nothing to roll back to");
  }

  @Test
  void ofManyWhoMoveTheChampionAtOnceNoneIsOverwrittenUnseen() throws Exception {
    registry.register(version("0", NOON));
    registry.promote("delay", "0", "first");
    List<Callable<Boolean>> moves =
        java.util.stream.IntStream.rangeClosed(1, 8)
            .mapToObj(i -> (Callable<Boolean>) () -> registerAndPromote(String.valueOf(i)))
            .toList();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      long moved = 0;
      for (var move : threads.invokeAll(moves)) {
        moved += move.get() ? 1 : 0;
      }
      assertThat(registry.champion("delay").orElseThrow().move()).isEqualTo(1 + moved);
    } finally {
      threads.shutdown();
    }
  }

  private boolean registerAndPromote(String version) {
    registry.register(version(version, NOON));
    try {
      registry.promote("delay", version, "mine");
      return true;
    } catch (RegistryException movedMeanwhile) {
      return false;
    }
  }

  private static ModelVersion version(String version, Instant createdAt) {
    return new ModelVersion(
        "delay", version, "file:/models/delay/" + version, createdAt, Map.of("log_loss", 0.8));
  }
}
