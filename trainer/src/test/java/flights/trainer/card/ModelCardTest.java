package flights.trainer.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.core.type.TypeReference;
import flights.core.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelCardTest {

  private static final ModelCard CARD = SampleCards.named("flight-delay");

  @Test
  void isTheSameAfterJson() throws Exception {
    String json = Json.pretty(CARD.toMap());
    Map<String, Object> read = Json.mapper().readValue(json, new TypeReference<>() {});
    assertThat(ModelCard.of(read)).isEqualTo(CARD);
  }

  @Test
  void keepsItsNamesInSnakeCase() {
    assertThat(CARD.toMap())
        .contains(entry("trained_at", "2026-11-21T10:15:00Z"), entry("seed", 42L))
        .containsKeys("data", "features", "splits", "notes");
    assertThat(Json.write(CARD.toMap()))
        .contains("\"weighted_f1\":", "\"pinball_p10\":", "\"coverage_p10_p90\":", "peak_bytes");
  }

  @Test
  void givesTheFirstSplitsMetricsToTheRegistry() {
    assertThat(CARD.toMetrics()).contains(entry("accuracy", 0.629), entry("mae", 8.812));
  }

  @Test
  void aCardOfWhichLittleIsKnownIsACardToo() {
    ModelCard card =
        new ModelCard(
            "sentiment", "1", Instant.EPOCH, null, 1, null, null, null, null, null, null, null);
    assertThat(card.splits()).isEqualTo(List.of());
    assertThat(card.toMetrics()).isEmpty();
    assertThat(ModelCard.of(card.toMap())).isEqualTo(card);
    assertThat(CardPage.of(card)).contains("sentiment");
  }
}
