package flights.trainer.evaluate;

import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import flights.core.card.CardTrial;
import flights.core.card.Task;
import flights.testing.SparkForTests;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class NumberBaselinesTest {

  /** On days 0 to 99 the price is 0 to 99, twice. */
  private static final Dataset<Row> TRAINING =
      SparkForTests.session()
          .range(200)
          .select(expr("id div 2 as day"), expr("double(id div 2) as price"));

  private static final Dataset<Row> TEST =
      SparkForTests.session().range(2).select(expr("id + 100 as day"), expr("109.0 as price"));

  @Test
  void theMeanAndTheLastValueAreSaidForEveryRow() {
    List<CardTrial> trials =
        new Baselines(NumberRows.REGRESSION, all(Task.REGRESSION), List.of(), "day", 1)
            .run(TRAINING, TEST);

    assertThat(trials).extracting(CardTrial::name).containsExactly("mean", "last value");
    assertThat(trials.get(0).evaluation().metrics().get("mae")).isEqualTo(109 - 49.5);
    assertThat(trials.get(1).evaluation().metrics().get("rmse")).isEqualTo(10);
  }

  @Test
  void aColumnIsThePredictionAndTheMeanWhereItIsEmpty() {
    Dataset<Row> known = TEST.withColumn("before", expr("if(day = 100, 105.0, null)"));
    CardTrial trial =
        new Baselines(
                NumberRows.REGRESSION,
                List.of(new BaselineChoice("the day before", "before")),
                List.of(),
                "day",
                1)
            .run(TRAINING, known)
            .get(0);

    assertThat(trial.name()).isEqualTo("the day before, else the mean");
    assertThat(trial.evaluation().metrics().get("mae"))
        .isEqualTo((109 - 105 + 109 - 49.5) / 2, within(1e-4));
  }

  @Test
  void theQuantilesOfAllAreSaidForEveryRow() {
    CardTrial trial =
        new Baselines(NumberRows.QUANTILE, all(Task.QUANTILE), List.of(), null, 1)
            .run(TRAINING, TRAINING)
            .get(0);

    assertThat(trial.name()).isEqualTo("same quantiles for all");
    assertThat(trial.evaluation().metrics().get("coverage_p5_p95")).isCloseTo(0.9, within(0.02));
    assertThat(trial.evaluation().quantiles().get(1).under()).isCloseTo(0.95, within(0.01));
  }

  private static List<BaselineChoice> all(Task task) {
    return Baselines.names(task).stream().map(BaselineChoice::of).toList();
  }
}
