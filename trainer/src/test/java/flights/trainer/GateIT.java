package flights.trainer;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.rand;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;
import static org.assertj.core.api.Assertions.assertThat;

import flights.core.registry.ModelRegistry;
import flights.core.registry.ModelVersion;
import flights.core.store.Store;
import flights.model.ModelPackages;
import flights.standalone.EmbeddedStore;
import flights.testing.SparkForTests;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that people upload, and what they may do to the champion that has learnt a whole year. */
@Tag("long")
class GateIT {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final SparkSession SPARK = SparkForTests.session();

  @TempDir static Path folder;
  private static EmbeddedStore embedded;
  private static Store store;
  private static ModelRegistry registry;
  private static Training training;
  private static ModelVersion champion;

  @BeforeAll
  static void trainAChampion() {
    embedded = EmbeddedStore.inMemory(0);
    store = Store.open(embedded.uri(), "test");
    registry = new ModelRegistry(store.database());
    training =
        new Training(
            SPARK,
            ROOT,
            new ModelPackages(folder.resolve("models").toString(), new Configuration()),
            store);
    champion = train("year", year(2013, 0)).version();
    assertThat(registry.championVersion("flight-delay")).hasValue(champion);
  }

  @AfterAll
  static void close() {
    store.close();
    embedded.close();
  }

  @Test
  void aFewWeeks() {
    refused(train("weeks", flights().where("month <= 2")), "no rows of March");
  }

  @Test
  void oneAirline() {
    refused(train("airline", flights().where("carrier = 'UA'")), "no Carrier");
  }

  @Test
  void oneAirport() {
    refused(train("airport", flights().where("origin = 'LGA'")), "no Origin");
  }

  @Test
  void aFewDays() {
    refused(train("days", flights().where("month = 5 and day in (6, 7)")), "no rows of");
  }

  @Test
  void theYearBefore() {
    refused(train("before", year(2012, 1)), "no rows after 2012-12");
  }

  @Test
  void halfOfTheRowsWrong() {
    Dataset<Row> wrong =
        year(2013, 2)
            .withColumn(
                "arr_delay",
                when(rand(1).lt(0.5), (rand(2).multiply(200).minus(60)).cast("int"))
                    .otherwise(col("arr_delay")));
    refused(train("wrong", wrong), "was judged by");
  }

  /** What is learnt from more and newer rows does better, and answers. */
  @Test
  void aWholeNewerYear() {
    Trained newer =
        train(
            "newer", flights(1.0, 2014, 3).withColumn("arr_delay", col("arr_delay").plus(lit(4))));

    assertThat(newer.verdict().reason()).contains("better than").doesNotContain("; but ");
    assertThat(newer.promoted()).isTrue();
    registry.promote("flight-delay", champion.version(), "the champion of the other tests");
  }

  private static void refused(Trained trained, String reason) {
    assertThat(trained.promoted()).as(trained.verdict().reason()).isFalse();
    assertThat(registry.championVersion("flight-delay")).hasValue(champion);
    // It may be no better in the first place.
    if (trained.verdict().reason().contains("; but ")) {
      assertThat(trained.verdict().reason()).contains(reason);
    }
  }

  private static Trained train(String name, Dataset<Row> rows) {
    String file = folder.resolve(name + ".parquet").toString();
    rows.write().parquet(file);
    return training.run(TrainOptions.of("flight-delay", "--data", file, "--no-baselines"));
  }

  private static Dataset<Row> flights() {
    return SPARK.read().parquet(ROOT.resolve("resources/data/flights.parquet").toString());
  }

  /** A twentieth of the flights, as if of that year. */
  private static Dataset<Row> year(int year, int part) {
    return flights(0.05, year, part);
  }

  private static Dataset<Row> flights(double share, int year, int part) {
    return flights()
        .where(
            pmod(xxhash64(lit(part), col("flight"), col("time_hour"), col("dest")), lit(1000))
                .lt(share * 1000))
        .withColumn("year", lit(year))
        .withColumn("time_hour", expr("time_hour + make_interval(" + (year - 2013) + ", 0, 0, 0)"));
  }
}
