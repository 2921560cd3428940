package flights.trainer.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import flights.testing.SparkForTests;
import flights.trainer.pipeline.PipelineException;
import flights.trainer.pipeline.SplitSpec;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class SplitsTest {

  /** Ten rows a day for a hundred days, each row twice. */
  private static final Dataset<Row> ROWS =
      SparkForTests.session()
          .range(2_000)
          .selectExpr(
              "id div 2 as number", "date_add(date'2013-01-01', cast(id div 20 as int)) as day")
          .cache();

  private static final RowHash HASH = new RowHash(List.of("number", "day"));
  private static final SplitSpec BY_DAY = new SplitSpec("day", 0.2, 0, null, null);

  @Test
  void theLastPartOfThePeriodIsHeldBack() {
    Split split = new Splits(ROWS, BY_DAY, HASH).all(null, 1).get(0);

    assertThat(split.description()).contains("2013-03-22");
    assertThat(split.test().where("day < date'2013-03-22'").isEmpty()).isTrue();
    assertThat(split.test().count()).isEqualTo(400);
    assertThat(split.training().count()).isEqualTo(1_600);
  }

  @Test
  void theLastValuesAreHeldBackHoweverManyRowsHaveThem() {
    Splits splits = new Splits(ROWS, new SplitSpec("day", 0.2, 3, null, null), HASH);
    Split split = splits.all(null, 1).get(0);

    assertThat(split.description())
        .isEqualTo("trained before 2013-04-08, tested from then on, on the last 3 values of day");
    assertThat(split.test().count()).isEqualTo(60);
    assertThat(splits.all("2013-04-01", 1).get(0).test().count()).isEqualTo(200);
  }

  @Test
  void staleRowsAreTrainedOnWhereTheRowsReachBackSoFar() {
    SplitSpec spec = new SplitSpec("day", 0.2, 0, List.of(30, 365), null);
    List<Split> splits = new Splits(ROWS, spec, HASH).all(null, 1);

    assertThat(splits)
        .extracting(Split::name)
        .containsExactly("time split", "stale split, 30 days", "random split");
    Split stale = splits.get(1);
    assertThat(stale.stale()).isTrue();
    assertThat(stale.test().except(splits.get(0).test()).isEmpty()).isTrue();
    assertThat(stale.test().count()).isEqualTo(400);
    assertThat(stale.training().count()).isEqualTo(1_000);
    assertThat(stale.training().where("day >= date'2013-02-20'").isEmpty()).isTrue();
  }

  @Test
  void asManyValuesAsThereAreCannotBeHeldBack() {
    assertThatThrownBy(
            () -> new Splits(ROWS, new SplitSpec("day", 0.2, 100, null, null), HASH).all(null, 1))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("the last 100 values of day, and the rows have no more than 100");
  }

  @Test
  void thePartHeldBackCanBeNamed() {
    Split split = new Splits(ROWS, BY_DAY, HASH).all("2013-04-01", 1).get(0);

    assertThat(split.test().count()).isEqualTo(200);
    assertThat(split.training().where("day >= date'2013-04-01'").isEmpty()).isTrue();
  }

  @Test
  void aRandomPartIsTheSameWhateverThePartitionsAndKeepsEqualRowsTogether() {
    Split split = random(ROWS, 7);
    Split again = random(ROWS.repartition(5), 7);

    assertThat(HASH.fingerprint(again.test())).isEqualTo(HASH.fingerprint(split.test()));
    assertThat(split.test().count() / 2_000.0).isCloseTo(0.2, within(0.05));
    assertThat(split.test().select("number").intersect(split.training().select("number")).isEmpty())
        .isTrue();
    assertThat(HASH.fingerprint(random(ROWS, 8).test()))
        .isNotEqualTo(HASH.fingerprint(split.test()));
  }

  @Test
  void aPartWithoutRowsIsRefused() {
    Splits splits = new Splits(ROWS, BY_DAY, HASH);

    assertThatThrownBy(() -> splits.all("2014-01-01", 1))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("time split")
        .hasMessageContaining("2014-01-01");
  }

  @Test
  void aDateMakesNoSenseWhereNothingIsSplitByTime() {
    Splits splits = new Splits(ROWS, new SplitSpec(null, 0.2, 0, null, null), HASH);

    assertThat(splits.all(null, 1)).hasSize(1);
    assertThatThrownBy(() -> splits.all("2013-04-01", 1)).hasMessageContaining("--test-from");
  }

  @Test
  void theRowsInWhichAColumnIsTrueAreHeldBack() {
    Dataset<Row> rows = ROWS.selectExpr("*", "number < 70 as held");
    SplitSpec spec = new SplitSpec(null, 0.2, 0, null, "held");
    List<Split> splits = new Splits(rows, spec, HASH).all(null, 1);

    assertThat(splits).extracting(Split::name).isEqualTo(Splits.names(spec)).hasSize(2);
    assertThat(splits.get(0).test().where("number >= 70").isEmpty()).isTrue();
    assertThat(splits.get(0).test().count()).isEqualTo(140);
    assertThat(splits.get(0).training().count()).isEqualTo(1_860);
  }

  private static Split random(Dataset<Row> rows, long seed) {
    return new Splits(rows, BY_DAY, HASH).all(null, seed).get(1);
  }
}
