package flights.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import flights.core.command.CommandLines;
import flights.core.command.ModelCommands.ModelsCommand;
import flights.core.json.Json;
import flights.core.registry.ModelRegistry;
import flights.core.registry.ModelVersion;
import flights.core.store.Store;
import flights.model.command.RefusedException;
import flights.standalone.EmbeddedStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModelsIT {

  private EmbeddedStore embedded;
  private Store store;
  private ModelRegistry registry;

  @BeforeEach
  void open() {
    embedded = EmbeddedStore.inMemory(0);
    store = Store.open(embedded.uri(), "test");
    registry = new ModelRegistry(store.database());
  }

  @AfterEach
  void close() {
    store.close();
    embedded.close();
  }

  @Test
  void withoutModelsTheWayToOneIsTold() {
    assertThat(answer()).contains("./flights train");
  }

  @Test
  void versionsAreListedWithTheirMetricsAndTheChampionWithItsReason() {
    register("1", "2026-11-20T10:00:00Z", Map.of("accuracy", 0.6319, "log_loss", 0.8441));
    register("2", "2026-11-21T10:00:00Z", Map.of());
    registry.promote("flight-delay", "1", "the first version");

    assertThat(answer().lines())
        .anyMatch(line -> line.matches("\\* 1 .*2026-11-20 10:00:00.*0\\.632.*0\\.844.*"))
        .anyMatch(line -> line.matches("  2 .*2026-11-21 10:00:00.*- .*"))
        .anyMatch(line -> line.startsWith("* the champion since") && line.contains("first"));
    JsonNode json = Json.read(answer("flight-delay", "--json"), JsonNode.class);
    assertThat(json.at("/0/champion/version").asText()).isEqualTo("1");
    assertThat(json.at("/0/versions").findValuesAsText("version")).containsExactly("2", "1");
  }

  @Test
  void theChampionMovesAndMovesBack() {
    register("1", "2026-11-20T10:00:00Z", Map.of());
    register("2", "2026-11-21T10:00:00Z", Map.of());
    registry.promote("flight-delay", "1", "the first version");

    assertThat(answer("promote", "flight-delay", "2")).contains("2 is the champion");
    assertThat(answer("rollback", "flight-delay")).contains("1 is the champion", "from 2");
  }

  @Test
  void aRollBackFromAVersionThatIsNotTheChampionDoesNothing() {
    register("1", "2026-11-20T10:00:00Z", Map.of());
    register("2", "2026-11-21T10:00:00Z", Map.of());
    registry.promote("flight-delay", "1", "the first version");

    assertThat(answer("rollback", "flight-delay", "--from", "2")).contains("nothing to roll back");
    assertThat(answer("promote", "flight-delay", "2", "--reason", "a run")).contains("2", "a run");
    assertThat(answer("rollback", "flight-delay", "--from", "2")).contains("1 is the champion");
    assertThat(answer("rollback", "flight-delay", "--from", "2")).contains("nothing to roll back");
    assertThat(registry.champion("flight-delay").orElseThrow().version()).isEqualTo("1");
  }

  @Test
  void aVersionPassesOnlyAgainstTheChampionThatItWasComparedWith() {
    register("1", "2026-11-20T10:00:00Z", Map.of());
    registry.promote("flight-delay", "1", "the first version");
    register("2", Map.of("better", true, "compared_with", "1", "verdict", "better by far"));
    register("3", Map.of("better", false, "compared_with", "1", "verdict", "no better"));
    register("4", Map.of());

    assertThat(compare("1").text()).isEqualTo("flight-delay 1 passes: it is the champion already");
    assertThat(compare("2").text()).isEqualTo("flight-delay 2 passes: better by far");
    assertThat(compare("3").text()).isEqualTo("flight-delay 3 does not pass: no better");
    assertThatThrownBy(() -> compare("3").requirePass()).isInstanceOf(RefusedException.class);
    assertThat(compare("4").text()).contains("does not pass: its card does not tell");
    assertThat(compare("2").json()).contains("\"passed\":true", "\"champion\":\"1\"");
    registry.promote("flight-delay", "3", "by hand");
    assertThat(compare("2").text()).contains("does not pass: the champion has moved");
    assertThatThrownBy(() -> compare("9")).hasMessageContaining("no version 9");
  }

  @Test
  void whatIsNotThereIsNamed() {
    register("1", "2026-11-20T10:00:00Z", Map.of());

    assertThatThrownBy(() -> answer("promote", "flight-delay", "9")).hasMessageContaining("9");
    assertThatThrownBy(() -> answer("flight-dealy")).hasMessageContaining("flight-delay");
    assertThatThrownBy(() -> answer("promote", "flight-delay"))
        .hasMessageContaining("Missing required parameter: 'VERSION'");
  }

  private String answer(String... words) {
    return ModelsMain.answer(CommandLines.parse(ModelsCommand.class, List.of(words)), registry);
  }

  private Comparison compare(String version) {
    return Comparison.of(registry, "flight-delay", version);
  }

  private void register(String version, Map<String, Object> card) {
    registry.register(
        new ModelVersion("flight-delay", version, "file:/x", Instant.EPOCH, Map.of()), card, null);
  }

  private void register(String version, String at, Map<String, Double> metrics) {
    registry.register(
        new ModelVersion("flight-delay", version, "file:/x", Instant.parse(at), metrics));
  }
}
