package flights.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import flights.core.card.ErrorBin;
import flights.core.card.Evaluation;
import flights.core.card.GroupScore;
import flights.core.card.QuantileScore;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class NumberEvaluatorTest {

  private static final Offset<Double> EXACTLY = within(1e-8);

  /** Errors 2, -3, 0 and 5, on a mean of 20. */
  private static final NumberRows FOUR =
      new NumberRows()
          .add("A", 10.0, 8.0)
          .add("A", 20.0, 23.0)
          .add("B", 40.0, 40.0)
          .add("B", 10.0, 5.0);

  private static Evaluation evaluate(EvaluatedColumns columns, NumberRows rows) {
    return Evaluator.of(columns, List.of()).evaluate(rows.dataset());
  }

  @Test
  void measuresHowFarOffTheNumbersAre() {
    Evaluation evaluation = evaluate(NumberRows.REGRESSION, FOUR);
    Map<String, Double> metrics = evaluation.metrics();
    assertThat(evaluation.rows()).isEqualTo(4);
    assertThat(metrics).containsOnlyKeys("rmse", "mae", "r2", "mape");
    assertThat(metrics.get("rmse")).isCloseTo(Math.sqrt((4 + 9 + 0 + 25) / 4.0), EXACTLY);
    assertThat(metrics.get("mae")).isEqualTo((2 + 3 + 0 + 5) / 4.0);
    assertThat(metrics.get("r2")).isCloseTo(1 - 38.0 / (100 + 0 + 400 + 100), EXACTLY);
    assertThat(metrics.get("mape")).isCloseTo((0.2 + 0.15 + 0 + 0.5) / 4, EXACTLY);
  }

  @Test
  void tellsNoPercentagesOfWhatMayBeNothingAndNoR2OfOneNumber() {
    NumberRows rows = new NumberRows().add("A", 0.0, 1.0).add("A", 0.0, 2.0);
    assertThat(evaluate(NumberRows.REGRESSION, rows).metrics()).containsOnlyKeys("rmse", "mae");
  }

  @Test
  void tellsGroups() {
    List<GroupScore> towns = evaluate(NumberRows.REGRESSION, FOUR).groups().get("town");
    assertThat(towns).extracting(GroupScore::value).containsExactly("A", "B");
    assertThat(towns.get(0).metrics().get("mae")).isEqualTo(2.5);
  }

  @Test
  void tellsErrorsByThePredictedNumber() {
    NumberRows rows = new NumberRows();
    for (int i = 0; i < 1_000; i++) {
      // The larger, the further off, evenly to both sides.
      rows.add("A", i + i * ((i % 11) - 5) / 10.0, (double) i);
    }
    List<ErrorBin> errors = evaluate(NumberRows.REGRESSION, rows).errors();

    assertThat(errors).hasSize(10);
    assertThat(errors).extracting(ErrorBin::rows).allMatch(count -> count >= 95 && count <= 105);
    assertThat(errors.stream().mapToLong(ErrorBin::rows).sum()).isEqualTo(1_000);
    ErrorBin last = errors.get(9);
    assertThat(last.to()).isEqualTo(999);
    assertThat(last.p10()).isCloseTo(-0.4 * 950, within(40.0));
    assertThat(last.p50()).isCloseTo(0, within(1e-9));
    assertThat(last.p90()).isCloseTo(0.4 * 950, within(40.0));
    assertThat(last.p90()).isGreaterThan(5 * errors.get(1).p90());
  }

  @Test
  void fewRowsAreFewBins() {
    NumberRows rows = new NumberRows();
    for (int i = 0; i < 80; i++) {
      rows.add("A", 1.0 + i, (double) i);
    }
    assertThat(evaluate(NumberRows.REGRESSION, rows).errors())
        .hasSize(3)
        .allSatisfy(bin -> assertThat(bin.rows()).isGreaterThanOrEqualTo(25));
  }

  @Test
  void onePredictedNumberIsOneBin() {
    NumberRows rows = new NumberRows().add("A", 1.0, 7.0).add("A", 9.0, 7.0);
    assertThat(evaluate(NumberRows.REGRESSION, rows).errors())
        .singleElement()
        .satisfies(bin -> assertThat(bin.mean()).isEqualTo(-2));
  }

  @Test
  void measuresQuantiles() {
    NumberRows rows =
        new NumberRows()
            .add("A", 10.0, null, 5.0, 20.0)
            .add("A", 4.0, null, 5.0, 20.0)
            .add("A", 20.0, null, 5.0, 20.0)
            .add("A", 30.0, null, 5.0, 20.0);
    Evaluation evaluation = evaluate(NumberRows.QUANTILE, rows);
    double low = (0.05 * 5 + 0.95 * 1 + 0.05 * 15 + 0.05 * 25) / 4;
    double high = (0.05 * 10 + 0.05 * 16 + 0 + 0.95 * 10) / 4;

    assertThat(evaluation.metrics())
        .containsOnlyKeys("pinball", "pinball_p5", "pinball_p95", "coverage_p5_p95");
    assertThat(evaluation.metrics().get("pinball_p5")).isCloseTo(low, EXACTLY);
    assertThat(evaluation.metrics().get("pinball_p95")).isCloseTo(high, EXACTLY);
    assertThat(evaluation.metrics().get("pinball")).isCloseTo((low + high) / 2, EXACTLY);
    // 10 and 20 are inside.
    assertThat(evaluation.metrics().get("coverage_p5_p95")).isEqualTo(0.5);
    assertThat(evaluation.quantiles())
        .extracting(QuantileScore::level, QuantileScore::under)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(0.05, 0.25),
            org.assertj.core.groups.Tuple.tuple(0.95, 0.75));
  }

  @Test
  void agreesWithSparkAndWithItselfHoweverTheRowsAreSpread() {
    Random random = new Random(3);
    NumberRows rows = new NumberRows();
    for (int i = 0; i < 3_000; i++) {
      // Far from 0, where sums of squares lose their digits.
      double price = 1e6 + 100 * random.nextGaussian();
      rows.add("T" + random.nextInt(4), price, price + 30 * random.nextGaussian());
    }
    Dataset<Row> dataset = rows.dataset();
    Evaluator evaluator = Evaluator.of(NumberRows.REGRESSION, List.of());
    Evaluation evaluation = evaluator.evaluate(dataset.repartition(7));
    RegressionEvaluator spark = new RegressionEvaluator().setLabelCol("price");

    assertThat(evaluation.metrics().get("rmse"))
        .isCloseTo(spark.setMetricName("rmse").evaluate(dataset), within(1e-7));
    assertThat(evaluation.metrics().get("mae"))
        .isCloseTo(spark.setMetricName("mae").evaluate(dataset), within(1e-7));
    assertThat(evaluation.metrics().get("r2"))
        .isCloseTo(spark.setMetricName("r2").evaluate(dataset), within(1e-7));
    assertThat(evaluator.evaluate(dataset.coalesce(1)).metrics()).isEqualTo(evaluation.metrics());
  }

  @Test
  void refusesRowsThatItWouldHaveToLeaveOut() {
    NumberRows rows =
        new NumberRows()
            .add("A", 1.0, 1.0)
            .add("A", null, 1.0)
            .add("A", 1.0, null)
            .add("A", 1.0, Double.NaN)
            .add("A", Double.POSITIVE_INFINITY, 1.0);
    assertThatThrownBy(() -> evaluate(NumberRows.REGRESSION, rows))
        .isInstanceOf(EvaluationException.class)
        .hasMessage(
            "4 of 5 rows cannot be evaluated: price or prediction is missing or is no number");
    assertThatThrownBy(() -> evaluate(NumberRows.REGRESSION, new NumberRows()))
        .hasMessageContaining("no rows");
  }

  @Test
  void refusesToTellFiguresByAColumnOfNames() {
    Dataset<Row> many =
        FOUR.dataset()
            .crossJoin(flights.testing.SparkForTests.session().range(6_000))
            .withColumn(
                "town",
                org.apache.spark.sql.functions.expr("concat(id, '-', price, '-', prediction)"));
    assertThatThrownBy(() -> Evaluator.of(NumberRows.REGRESSION, List.of()).evaluate(many))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("groups names town, which has 20,000 values or more");
  }
}
