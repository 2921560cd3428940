package flights.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MinutesEvaluationTest {

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
    return new Evaluator(columns, NAMES).evaluate(rows.dataset());
  }

  @Test
  void measuresHowNearTheMinutesCome() {
    MinutesScore minutes = evaluate(ScoredRows.MINUTES, ROWS).minutes();
    assertThat(minutes.rows()).isEqualTo(3);
    assertThat(minutes.mae()).isCloseTo((3 + 6 + 1) / 3.0, EXACTLY);
    assertThat(minutes.pinballP10()).isCloseTo((0.1 * 10 + 0.9 * 5 + 0.1 * 18) / 3, EXACTLY);
    assertThat(minutes.pinballP50()).isCloseTo((0.5 * 2 + 0.5 * 7 + 0.5 * 5) / 3, EXACTLY);
    assertThat(minutes.pinballP90()).isCloseTo((0.1 * 10 + 0.1 * 20 + 0) / 3, EXACTLY);
    // 10 is inside, -5 is below p10, 30 is p90 itself.
    assertThat(minutes.coverage()).isCloseTo(2 / 3.0, EXACTLY);
  }

  @Test
  void countsRowsWithoutTrueMinutesInTheRest() {
    Evaluation evaluation = evaluate(ScoredRows.MINUTES, ROWS);
    assertThat(evaluation.rows()).isEqualTo(4);
    assertThat(evaluation.groups().get("Carrier"))
        .extracting(GroupScore::value, GroupScore::mae, GroupScore::coverage)
        .containsExactly(tuple("AA", 4.5, 0.5), tuple("UA", 1.0, 1.0));
  }

  @Test
  void namesTheFiguresForTheRegistry() {
    assertThat(evaluate(ScoredRows.MINUTES, ROWS).toMetrics())
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
  void tellsWhatItCanOfAModelThatSaysTheExpectedMinutesOnly() {
    EvaluatedColumns columns =
        new EvaluatedColumns(
            "label",
            "prediction",
            "probabilities",
            "ArrDelay",
            "Expected",
            null,
            null,
            null,
            List.of());
    MinutesScore minutes = evaluate(columns, ROWS).minutes();
    assertThat(minutes.mae()).isNotNull();
    assertThat(minutes.coverage()).isNull();
    assertThat(minutes.toMetrics()).containsOnlyKeys("mae");
  }

  @Test
  void refusesMinutesThatTheModelLeftOut() {
    ScoredRows rows = new ScoredRows().add("AA", 0, 0, EVEN, 10.0, 7.0, 0.0, null, 20.0);
    assertThatThrownBy(() -> evaluate(ScoredRows.MINUTES, rows))
        .isInstanceOf(EvaluationException.class);
  }
}
