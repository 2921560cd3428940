package flights.trainer.evaluate;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import flights.core.card.ClassScore;
import flights.core.card.Evaluation;
import flights.core.card.GroupScore;
import flights.core.card.ReliabilityBin;
import java.util.List;
import org.apache.spark.ml.functions;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ClassEvaluatorTest {

  private static final Offset<Double> EXACTLY = within(1e-8);
  private static final List<String> NAMES = List.of("early", "on time", "late");

  /** Three of five right; confidences .7, .5, .6, .8 and .65. */
  private static final ScoredRows FIVE =
      new ScoredRows()
          .add("AA", 0, 0, 0.7, 0.2, 0.1)
          .add("AA", 0, 1, 0.3, 0.5, 0.2)
          .add("AA", 1, 1, 0.1, 0.6, 0.3)
          .add("UA", 2, 2, 0.1, 0.1, 0.8)
          .add("UA", 2, 0, 0.65, 0.35, 0.0);

  private static Evaluation evaluate(ScoredRows rows) {
    return Evaluator.of(ScoredRows.CLASSES, NAMES).evaluate(rows.dataset());
  }

  @Test
  void countsWhatWasRightAndWhatWasTakenForWhat() {
    Evaluation evaluation = evaluate(FIVE);
    assertThat(evaluation.rows()).isEqualTo(5);
    assertThat(evaluation.metrics().get("accuracy")).isEqualTo(0.6);
    assertThat(evaluation.confusion())
        .containsExactly(List.of(1L, 1L, 0L), List.of(0L, 1L, 0L), List.of(1L, 0L, 1L));
  }

  @Test
  void tellsPrecisionRecallAndF1OfEachClass() {
    Evaluation evaluation = evaluate(FIVE);
    assertThat(evaluation.classes())
        .containsExactly(
            new ClassScore("early", 2, 0.5, 0.5, 0.5),
            new ClassScore("on time", 1, 0.5, 1, 0.666666667),
            new ClassScore("late", 2, 1, 0.5, 0.666666667));
    assertThat(evaluation.metrics().get("weighted_f1"))
        .isCloseTo((2 * 0.5 + 1 * 2 / 3.0 + 2 * 2 / 3.0) / 5, EXACTLY);
  }

  @Test
  void aClassThatIsNeverSaidHasPrecisionZero() {
    Evaluation evaluation = evaluate(new ScoredRows().add("AA", 0, 1, 0.4, 0.6, 0.0));
    assertThat(evaluation.classes().get(2)).isEqualTo(new ClassScore("late", 0, 0, 0, 0));
    assertThat(evaluation.metrics().get("weighted_f1")).isZero();
  }

  @Test
  void clipsTheLogLossOfWhatWasCalledImpossible() {
    double clipped = -Math.log(1e-15);
    assertThat(clipped).isCloseTo(34.53877639, within(1e-7));
    assertThat(evaluate(FIVE).metrics().get("log_loss"))
        .isCloseTo(
            (-Math.log(0.7) - Math.log(0.3) - Math.log(0.6) - Math.log(0.8) + clipped) / 5,
            EXACTLY);
  }

  @Test
  void addsUpTheSquaredMissesOfAllClasses() {
    // By row: .09+.04+.01, .49+.25+.04, .01+.16+.09, .01+.01+.04, .4225+.1225+1
    assertThat(evaluate(FIVE).metrics().get("brier"))
        .isCloseTo((0.14 + 0.78 + 0.26 + 0.06 + 1.545) / 5, EXACTLY);
  }

  @Test
  void comparesConfidenceWithTruthByBin() {
    Evaluation evaluation = evaluate(FIVE);
    assertThat(evaluation.reliability()).hasSize(10);
    assertThat(evaluation.reliability().get(0))
        .isEqualTo(new ReliabilityBin(0, 0.1, 0, null, null));
    assertThat(evaluation.reliability().get(6))
        .isEqualTo(new ReliabilityBin(0.6, 0.7, 2, 0.625, 0.5));
    // Bins .5: |0 - .5|, .6: |1 - 1.25|, .7: |1 - .7|, .8: |1 - .8|
    assertThat(evaluation.metrics().get("ece")).isCloseTo((0.5 + 0.25 + 0.3 + 0.2) / 5, EXACTLY);
  }

  @Test
  void countsFullConfidenceInTheLastBin() {
    Evaluation evaluation = evaluate(new ScoredRows().add("AA", 1, 1, 0, 1, 0));
    assertThat(evaluation.reliability().get(9)).isEqualTo(new ReliabilityBin(0.9, 1, 1, 1.0, 1.0));
    assertThat(evaluation.metrics().get("log_loss")).isZero();
  }

  @Test
  void tellsGroupsTheLargestFirst() {
    List<GroupScore> carriers = evaluate(FIVE).groups().get("Carrier");
    assertThat(carriers).extracting(GroupScore::value).containsExactly("AA", "UA");
    GroupScore american = carriers.get(0);
    assertThat(american.rows()).isEqualTo(3);
    assertThat(american.metrics().get("accuracy")).isCloseTo(2 / 3.0, EXACTLY);
    assertThat(american.metrics().get("brier")).isCloseTo((0.14 + 0.78 + 0.26) / 3, EXACTLY);
    assertThat(american.metrics().get("mae")).isNull();
  }

  @Test
  void tellsNoMoreThanTwentyGroups() {
    ScoredRows rows = new ScoredRows().add(null, 0, 0, 1, 0, 0).add(null, 0, 0, 1, 0, 0);
    for (int carrier = 10; carrier < 40; carrier++) {
      rows.add("C" + carrier, 0, 0, 1, 0, 0);
    }
    assertThat(evaluate(rows).groups().get("Carrier"))
        .hasSize(20)
        .extracting(GroupScore::value)
        .startsWith("(none)", "C10", "C11")
        .endsWith("C28");
  }

  @Test
  void leavesOutNumbersThatTheModelDoesNotSay() {
    Evaluation evaluation = evaluate(FIVE);
    assertThat(evaluation.metrics())
        .containsOnlyKeys("accuracy", "weighted_f1", "log_loss", "brier", "ece");
  }

  @Test
  void readsVectorsToo() {
    Dataset<Row> vectors =
        FIVE.dataset().withColumn("probabilities", functions.array_to_vector(col("probabilities")));
    assertThat(Evaluator.of(ScoredRows.CLASSES, NAMES).evaluate(vectors)).isEqualTo(evaluate(FIVE));
  }
}
