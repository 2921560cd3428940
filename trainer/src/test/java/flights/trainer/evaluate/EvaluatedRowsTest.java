package flights.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import flights.core.card.Evaluation;
import flights.model.domain.Shares;
import java.util.List;
import java.util.Random;
import org.apache.spark.mllib.evaluation.MulticlassMetrics;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class EvaluatedRowsTest {

  private static final Offset<Double> EXACTLY = within(1e-8);
  private static final List<String> NAMES = List.of("early", "on time", "late");

  private static Evaluation evaluate(ScoredRows rows) {
    return Evaluator.of(ScoredRows.CLASSES, NAMES).evaluate(rows.dataset());
  }

  @Test
  void agreesWithSparkAndWithItselfHoweverTheRowsAreSpread() {
    Dataset<Row> rows = random(2_000).dataset();
    Evaluator evaluator = Evaluator.of(ScoredRows.CLASSES, NAMES);
    Evaluation evaluation = evaluator.evaluate(rows.repartition(7));
    MulticlassMetrics spark =
        new MulticlassMetrics(rows.selectExpr("double(prediction)", "double(label)"));
    assertThat(evaluation.metrics().get("accuracy")).isCloseTo(spark.accuracy(), EXACTLY);
    assertThat(evaluation.metrics().get("weighted_f1"))
        .isCloseTo(spark.weightedFMeasure(), EXACTLY);
    assertThat(evaluator.evaluate(rows.coalesce(1))).isEqualTo(evaluation);
  }

  @Test
  void refusesRowsThatItWouldHaveToLeaveOut() {
    ScoredRows rows =
        new ScoredRows()
            .add("AA", 0, 0, 0.7, 0.2, 0.1)
            .add("AA", null, 0, 0.7, 0.2, 0.1)
            .add("AA", 0, null, 0.7, 0.2, 0.1)
            .add("AA", 3, 0, 0.7, 0.2, 0.1)
            .add("AA", 0.5, 0, 0.7, 0.2, 0.1)
            .add("AA", 0, 0, 0.7, 0.3)
            .add("AA", 0, 0, 0.7, 0.7, 0.7)
            .add("AA", 0, 0, 0.7, Double.NaN, 0.3);
    assertThatThrownBy(() -> evaluate(rows))
        .isInstanceOf(EvaluationException.class)
        .hasMessageStartingWith("7 of 8 rows cannot be evaluated");
  }

  @Test
  void refusesNoRows() {
    assertThatThrownBy(() -> evaluate(new ScoredRows()))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("no rows");
  }

  private static ScoredRows random(int count) {
    Random random = new Random(7);
    ScoredRows rows = new ScoredRows();
    for (int i = 0; i < count; i++) {
      double[] shares =
          Shares.of(new double[] {random.nextDouble(), random.nextDouble(), random.nextDouble()});
      rows.add("C" + random.nextInt(5), random.nextInt(3), Shares.likeliest(shares), shares);
    }
    return rows;
  }
}
