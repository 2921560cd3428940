package flights.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ScoreCurveTest {

  @Test
  void countsThePairsThatAreInTheRightOrder() {
    ScoreCurve curve = new ScoreCurve();
    curve.add(0.9, true);
    curve.add(0.8, false);
    curve.add(0.7, true);
    curve.add(0.7, false);
    curve.add(0.1, false);

    // Of six pairs: 0.9 wins three; 0.7 loses one, ties with one, wins one.
    assertThat(curve.metrics().get("auc")).isCloseTo((3 + 0 + 0.5 + 1) / 6, within(1e-9));
    // Recall 0 to 1/2 at precision 1; then from 1/2 (after 0.8) to 2/4.
    assertThat(curve.metrics().get("pr_auc"))
        .isCloseTo(0.5 * 1 + 0.5 * (0.5 + 0.5) / 2, within(1e-9));
  }

  @Test
  void oneClassAloneHasNoCurve() {
    ScoreCurve curve = new ScoreCurve();
    curve.add(0.5, true);
    assertThat(curve.metrics()).isEmpty();
  }

  @Test
  void certaintyAtBothEndsCounts() {
    ScoreCurve curve = new ScoreCurve();
    curve.add(1, true);
    curve.add(0, false);
    assertThat(curve.metrics()).containsEntry("auc", 1.0).containsEntry("pr_auc", 1.0);
  }

  @Test
  void agreesWithSparkAndIsTheSameHoweverTheRowsAreSpread() {
    Random random = new Random(11);
    ScoredRows rows = new ScoredRows();
    for (int i = 0; i < 2_000; i++) {
      int label = random.nextInt(10) < 2 ? 1 : 0;
      double said = 1 / (1 + Math.exp(-(2.0 * label - 3 + random.nextGaussian())));
      rows.add("AA", label, said > 0.5 ? 1 : 0, 1 - said, said);
    }
    Dataset<Row> dataset = rows.dataset();
    Evaluator evaluator = Evaluator.of(ScoredRows.CLASSES, List.of("no", "yes"));
    var metrics = evaluator.evaluate(dataset.repartition(5)).metrics();
    Dataset<Row> scores = dataset.selectExpr("probabilities[1] as rawPrediction", "label");
    BinaryClassificationEvaluator spark = new BinaryClassificationEvaluator().setNumBins(0);

    assertThat(metrics.get("auc")).isCloseTo(spark.evaluate(scores), within(2e-4));
    assertThat(metrics.get("pr_auc"))
        .isCloseTo(spark.setMetricName("areaUnderPR").evaluate(scores), within(2e-3));
    assertThat(evaluator.evaluate(dataset.coalesce(1)).metrics()).isEqualTo(metrics);
    assertThat(evaluator.evaluate(dataset).groups().get("Carrier").get(0).metrics())
        .doesNotContainKey("auc");
  }

  @Test
  void staysSmall() {
    ScoreCurve curve = new ScoreCurve();
    List<Double> all = new ArrayList<>();
    for (int i = 1; i < 300_000; i++) {
      all.add(i / 300_000.0);
    }
    all.forEach(probability -> curve.add(probability, probability > 0.5));
    assertThat(curve.size()).isLessThan(30_000);
  }
}
