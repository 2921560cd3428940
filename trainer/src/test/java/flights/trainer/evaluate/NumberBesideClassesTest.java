package flights.trainer.evaluate;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import flights.core.card.Evaluation;
import flights.core.card.GroupScore;
import flights.core.card.Task;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class NumberBesideClassesTest {

  private static final Offset<Double> EXACTLY = within(1e-8);
  private static final List<String> NAMES = List.of("early", "late");
  private static final double[] EVEN = {0.5, 0.5};

  /** Truth, expected, p10, p50, p90; the third has no true minutes. */
  private static final ScoredRows ROWS =
      new ScoredRows()
          .add("AA", 0, 0, EVEN, 10.0, 7.0, 0.0, 8.0, 20.0)
          .add("AA", 0, 0, EVEN, -5.0, 1.0, 0.0, 2.0, 15.0)
          .add("AA", 0, 0, EVEN, null, 1.0, 0.0, 2.0, 15.0)
          .add("UA", 0, 0, EVEN, 30.0, 29.0, 12.0, 25.0, 30.0);

  private static Evaluation evaluate(EvaluatedColumns columns, ScoredRows rows) {
    return Evaluator.of(columns, NAMES).evaluate(rows.dataset());
  }

  @Test
  void measuresHowNearTheNumbersCome() {
    Map<String, Double> metrics = evaluate(ScoredRows.NUMBER, ROWS).metrics();
    assertThat(metrics.get("mae")).isCloseTo((3 + 6 + 1) / 3.0, EXACTLY);
    assertThat(metrics.get("pinball_p10")).isCloseTo((0.1 * 10 + 0.9 * 5 + 0.1 * 18) / 3, EXACTLY);
    assertThat(metrics.get("pinball_p50")).isCloseTo((0.5 * 2 + 0.5 * 7 + 0.5 * 5) / 3, EXACTLY);
    assertThat(metrics.get("pinball_p90")).isCloseTo((0.1 * 10 + 0.1 * 20 + 0) / 3, EXACTLY);
    // 10 is inside, -5 is below p10, 30 is p90 itself.
    assertThat(metrics.get("coverage_p10_p90")).isCloseTo(2 / 3.0, EXACTLY);
  }

  @Test
  void measuresHowWellAnEventIsForeseen() {
    EvaluatedColumns columns = withEvent(new PredictedEvent("late", 10.0, "Late"));
    // 0.001 where it happened, 0.049 where it did not, 0.441 where it happened.
    Dataset<Row> rows =
        ROWS.dataset().withColumn("Late", expr("(Expected - 8) * (Expected - 8) / 1000"));

    assertThat(Evaluator.of(columns, NAMES).evaluate(rows).metrics())
        .contains(entry("event_auc", 0.5))
        .containsKey("event_pr_auc");
    assertThatThrownBy(
            () -> Evaluator.of(columns, NAMES).evaluate(rows.withColumn("Late", lit(2.0))))
        .isInstanceOf(EvaluationException.class);
  }

  private static EvaluatedColumns withEvent(PredictedEvent event) {
    EvaluatedColumns all = ScoredRows.NUMBER;
    return new EvaluatedColumns(
        all.task(),
        all.label(),
        all.prediction(),
        all.probabilities(),
        all.number(),
        all.expected(),
        all.quantiles(),
        event,
        all.groups());
  }

  @Test
  void countsRowsWithoutATrueNumberInTheRest() {
    Evaluation evaluation = evaluate(ScoredRows.NUMBER, ROWS);
    assertThat(evaluation.rows()).isEqualTo(4);
    assertThat(evaluation.groups().get("Carrier"))
        .extracting(
            GroupScore::value,
            group -> group.metrics().get("mae"),
            group -> group.metrics().get("coverage_p10_p90"))
        .containsExactly(tuple("AA", 4.5, 0.5), tuple("UA", 1.0, 1.0));
  }

  @Test
  void namesTheFiguresForTheRegistry() {
    assertThat(evaluate(ScoredRows.NUMBER, ROWS).metrics())
        .containsOnlyKeys(
            "accuracy",
            "weighted_f1",
            "log_loss",
            "brier",
            "ece",
            "mae",
            "pinball_p10",
            "pinball_p50",
            "pinball_p90",
            "coverage_p10_p90")
        .contains(entry("accuracy", 1.0));
  }

  @Test
  void tellsWhatItCanOfAModelThatSaysTheExpectedNumberOnly() {
    EvaluatedColumns columns =
        new EvaluatedColumns(
            Task.CLASSIFICATION,
            "label",
            "prediction",
            "probabilities",
            "ArrDelay",
            "Expected",
            List.of(),
            null,
            List.of());
    assertThat(evaluate(columns, ROWS).metrics())
        .containsKey("mae")
        .doesNotContainKeys("coverage_p10_p90", "pinball_p50");
  }

  @Test
  void refusesNumbersThatTheModelLeftOut() {
    ScoredRows rows = new ScoredRows().add("AA", 0, 0, EVEN, 10.0, 7.0, 0.0, null, 20.0);
    assertThatThrownBy(() -> evaluate(ScoredRows.NUMBER, rows))
        .isInstanceOf(EvaluationException.class);
  }
}
