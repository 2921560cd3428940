package flights.trainer.evaluate;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import flights.core.card.CardTrial;
import flights.core.card.Evaluation;
import flights.core.card.Task;
import flights.flight.spark.baseline.Forest;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class BaselinesTest {

  private static final List<String> NAMES = List.of("early", "on time", "late");
  private static final EvaluatedColumns CLASS =
      EvaluatedColumns.of("bucket", "prediction", "probability", List.of());
  private static final Dataset<Row> TRAINING = SyntheticFlights.of(2_000, 1).cache();
  private static final Dataset<Row> TEST = SyntheticFlights.of(1_000, 2).cache();

  private static final UnaryOperator<Dataset<Row>> FOREST = Forest.ofReference(3, 42).fit(TRAINING);

  /** The label has a name of its own, as in any pipeline. */
  @Test
  void eachKnowsMoreThanTheOneBefore() {
    List<BaselineChoice> all =
        Baselines.names(Task.CLASSIFICATION).stream().map(BaselineChoice::of).toList();
    List<CardTrial> trials =
        new Baselines(CLASS, all, NAMES, null, 42)
            .run(
                TRAINING.withColumnRenamed("label", "bucket"),
                TEST.withColumnRenamed("label", "bucket"));
    assertThat(trials)
        .extracting(CardTrial::name)
        .containsExactly(
            "majority class",
            "departure delay, table",
            "departure delay, forest",
            "reference forest",
            "XGBoost on the raw columns",
            "XGBoost on the raw columns, without departure delay");
    double majority = trials.get(0).evaluation().metrics().get("log_loss");
    double table = trials.get(1).evaluation().metrics().get("log_loss");
    double alone = trials.get(2).evaluation().metrics().get("log_loss");
    double reference = trials.get(3).evaluation().metrics().get("log_loss");
    assertThat(table).isLessThan(majority - 0.2);
    assertThat(alone).isCloseTo(table, within(0.1));
    double raw = trials.get(4).evaluation().metrics().get("log_loss");
    double before = trials.get(5).evaluation().metrics().get("log_loss");
    assertThat(reference).isLessThan(Math.min(alone, table) - 0.05);
    assertThat(raw).isLessThan(reference);
    assertThat(before).isBetween(table, majority);
    assertThat(trials).allSatisfy(trial -> assertThat(trial.fit().seconds()).isPositive());
    assertThat(trials).allSatisfy(trial -> assertThat(trial.fit().peakBytes()).isPositive());
  }

  @Test
  void sayTheSameForTheSameSeed() {
    UnaryOperator<Dataset<Row>> again = Forest.ofReference(3, 42).fit(TRAINING);
    Evaluator evaluator =
        Evaluator.of(
            EvaluatedColumns.of("label", "prediction", "probability", List.of("Dest")), NAMES);
    Evaluation first = evaluator.evaluate(FOREST.apply(TEST));
    assertThat(evaluator.evaluate(again.apply(TEST))).isEqualTo(first);
  }

  @Test
  void theMajorityClassIsSaidWithTheClassesShares() {
    Row said = new MajorityClass(3).fit(TRAINING).apply(TEST).first();
    double all = TRAINING.count();
    double early = TRAINING.where("label = 0").count() / all;
    assertThat(said.<Integer>getAs("prediction")).isEqualTo(1);
    assertThat((Double) said.getList(said.fieldIndex("probability")).get(0))
        .isCloseTo(early, within(1e-12));
  }

  @Test
  void anUnknownAirportIsStillAnswered() {
    Dataset<Row> elsewhere = TEST.withColumn("Dest", lit("XXX")).withColumn("Route", lit("A-B"));
    assertThat(FOREST.apply(elsewhere).count()).isEqualTo(1_000);
  }

  @Test
  void classesThatTrainingNeverSawHaveAProbabilityToo() {
    Dataset<Row> early = TRAINING.where("label < 2");
    Row said = Forest.onDepartureDelay(3, 42).fit(early).apply(TEST).first();
    assertThat(said.<Vector>getAs("probability").size()).isEqualTo(3);
  }
}
