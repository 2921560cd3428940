package flights.core.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.core.type.TypeReference;
import flights.core.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelCardTest {

  private static final Evaluation EVALUATION =
      new Evaluation(
          4,
          Map.of("rmse", 3.5),
          null,
          null,
          null,
          List.of(new ErrorBin(0, 1, 4, 0.5, -1, 0, 2)),
          List.of(new QuantileScore(0.1, 0.2, 0.3)),
          Map.of("town", List.of(new GroupScore("A", 4, Map.of("rmse", 3.5)))));

  private static final ModelCard CARD =
      new ModelCard(
          "prices",
          "1",
          Instant.parse("2026-11-21T10:15:00Z"),
          "5c6e2cf",
          42,
          Task.REGRESSION,
          "price",
          "EUR",
          new CardData(
              "prices.csv",
              List.of(),
              "csv",
              20,
              null,
              null,
              Map.of("malformed", 2L),
              null,
              List.of(new FieldCoverage("town", false, List.of("St. Ives"), List.of(20L), true))),
          List.of(new CardFeature("size")),
          List.of(
              new CardSplit(
                  "random split",
                  "by chance",
                  "4-1",
                  new CardTrial("this model", new FitCost(1.5, 9), EVALUATION),
                  null,
                  null)),
          List.of(new CardStage("LinearRegressionModel", Map.of("regParam", "0.1"))),
          List.of(
              new FittedStage(
                  "LinearRegressionModel",
                  1,
                  null,
                  List.of(new FeatureWeight("size", List.of(2.5))),
                  List.of(1.0),
                  null,
                  null)),
          new AnswerFields(null, "Price", List.of(new QuantileField(0.1, "Low"))),
          "the first version",
          true,
          null,
          new JudgedRows(4, Map.of("rmse", 2.5)),
          List.of("Of one town."));

  @Test
  void isTheSameAfterJson() throws IOException {
    Map<String, Object> read =
        Json.mapper().readValue(Json.pretty(CARD.toMap()), new TypeReference<>() {});
    assertThat(ModelCard.of(read)).isEqualTo(CARD);
  }

  @Test
  void keepsItsNamesInSnakeCaseAndItsTaskAsAPipelineWritesIt() {
    assertThat(CARD.toMap())
        .contains(entry("trained_at", "2026-11-21T10:15:00Z"), entry("task", "regression"));
    assertThat(Json.write(CARD.toMap())).contains("peak_bytes", "\"metrics\":{\"rmse\":3.5}");
  }

  @Test
  void givesTheFirstSplitsMetricsToTheRegistry() {
    assertThat(CARD.metrics()).containsExactly(entry("rmse", 3.5));
    assertThat(CARD.evaluatedOn("random split", "4-1")).isPresent();
    assertThat(CARD.evaluatedOn("random split", "4-2")).isEmpty();
    assertThat(CARD.evaluatedOn("stale split", "4-1")).isEmpty();
  }

  @Test
  void aCardOfWhichLittleIsKnownIsACardToo() {
    ModelCard card = ModelCard.of(Map.of("name", "little"));
    assertThat(card.splits()).isEmpty();
    assertThat(card.metrics()).isEmpty();
    assertThat(ModelCard.of(card.toMap())).isEqualTo(card);
  }

  /** As it was written before there were tasks. */
  @Test
  void anEarlierCardIsReadWithAllItsFigures() throws IOException {
    ModelCard card;
    try (InputStream in = ModelCardTest.class.getResourceAsStream("earlier.json")) {
      card = ModelCard.of(Json.mapper().readValue(in, new TypeReference<>() {}));
    }
    CardSplit split = card.splits().get(0);
    Evaluation evaluation = split.model().evaluation();

    assertThat(card.task()).isEqualTo(Task.CLASSIFICATION);
    assertThat(card.metrics())
        .containsEntry("accuracy", 0.496008594)
        .containsEntry("log_loss", 1.039162356)
        .containsEntry("mae", 12.583769349)
        .containsEntry("coverage_p10_p90", 0.794150877)
        .doesNotContainKey("rows");
    assertThat(evaluation.rows()).isEqualTo(53_991);
    assertThat(evaluation.confusion().get(3)).containsExactly(691L, 469L, 2179L, 5281L);
    assertThat(evaluation.reliability()).hasSize(10);
    assertThat(split.variants().get(0).evaluation().metrics()).containsKey("brier");
  }

  @Test
  void anEarlierCardsGroupsKeepTheirFigures() {
    Map<String, Object> group =
        Map.of("value", "AA", "rows", 3, "accuracy", 0.5, "mae", 2.5, "coverage", 0.75);
    Map<String, Object> evaluation =
        Map.of("rows", 3, "accuracy", 0.5, "groups", Map.of("Carrier", List.of(group)));
    Map<String, Object> split = Map.of("model", Map.of("name", "it", "evaluation", evaluation));

    ModelCard card = ModelCard.of(Map.of("name", "old", "splits", List.of(split)));

    assertThat(card.splits().get(0).model().evaluation().groups().get("Carrier"))
        .containsExactly(
            new GroupScore("AA", 3, Map.of("accuracy", 0.5, "mae", 2.5, "coverage_p10_p90", 0.75)));
  }
}
