package flights.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flights.core.card.CardSplit;
import flights.core.card.CardTrial;
import flights.core.registry.ModelRegistry;
import flights.core.store.Store;
import flights.model.ModelPackages;
import flights.model.Scoring;
import flights.model.domain.InputRows;
import flights.standalone.EmbeddedStore;
import flights.testing.SparkForTests;
import flights.trainer.pipeline.PipelineReader;
import flights.trainer.pipeline.PipelineSpec;
import flights.trainer.pipeline.Preparation;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped pipeline for sales, beside a recount in plain Java. */
class SalesPipelineIT {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final PipelineReader READER =
      new PipelineReader(ROOT.resolve("resources/pipelines"));
  private static final PipelineSpec SALES = READER.spec("sales");
  private static final SparkSession SPARK = SparkForTests.forFewRows();

  @TempDir static Path folder;
  private static Path file;
  private static SalesRecount recount;
  private static Map<String, Long> dropped;
  private static List<Row> rows;

  @BeforeAll
  static void readInBothWays() throws IOException {
    file = SalesFile.write(folder.resolve("sales.csv"), 30_000);
    recount = SalesRecount.of(file);
    try (FeatureRows read = read(file)) {
      dropped = read.data().dropped();
      rows = read.rows().collectAsList();
    }
  }

  /** All months of the file are whole, so none is left out. */
  @Test
  void aRecountFindsTheSameRowsAndTheSameFaults() {
    assertThat(dropped).isEqualTo(recount.dropped());
    assertThat(dropped)
        .containsOnlyKeys(
            "missing field",
            "other number of fields",
            "quantity is no number",
            "quantity is not positive",
            "date does not exist",
            "duplicate");
    assertThat(recount.clean()).isGreaterThan(20_000);
    assertThat(merged(rows)).isEqualTo(recount.merged());
    assertThat(recount.merged()).containsKey("S01 P001 2024-02");
  }

  @Test
  void theBaselinesKnowTheMonthBeforeAndTheYearBeforeAndNoOthers() {
    Map<String, BigDecimal> merged = recount.merged();
    assertThat(rows)
        .allSatisfy(
            row -> {
              YearMonth month = month(row);
              assertThat(number(row, "month_before"))
                  .isEqualTo(merged.get(key(row, month.minusMonths(1))));
              assertThat(number(row, "last_year"))
                  .isEqualTo(merged.get(key(row, month.minusYears(1))));
            });
  }

  @Test
  void aMonthThatTheSalesCoverInPartIsLeftOut() throws IOException {
    String header = String.join(",", SalesRecount.COLUMNS) + "\n";
    String rows =
        LocalDate.of(2023, 11, 20)
            .datesUntil(LocalDate.of(2024, 3, 13))
            .filter(day -> day.getDayOfWeek().getValue() < 6)
            .map(day -> "P1,,,S1,,2," + day)
            .collect(Collectors.joining("\n"));
    Path part = Files.writeString(folder.resolve("part.csv"), header + rows);

    try (FeatureRows read = read(part)) {
      assertThat(merged(read.rows().collectAsList()))
          .containsOnlyKeys("S1 P1 2023-12", "S1 P1 2024-01", "S1 P1 2024-02");
    }
  }

  @Test
  void theRowsAreReadOnce() throws IOException {
    Path gone = SalesFile.write(folder.resolve("gone.csv"), 100);
    try (InputRows raw = RawData.read(SPARK, SALES, gone.toString());
        CleanRows clean = CleanRows.of(raw, READER, SALES, gone.toString())) {
      Files.delete(gone);

      assertThat(Preparation.prepare(clean.rows(), clean.table(), READER.sql("sales")).count())
          .isPositive();
    }
  }

  @Test
  void aFileOfWhichTooMuchIsWrongIsRefusedWithTheReasons() throws IOException {
    Path bad =
        Files.writeString(
            folder.resolve("bad.csv"),
            String.join(",", SalesRecount.COLUMNS)
                + "\nP1,,,S1,,2,2024-01-01\nP1,,,S1,,,2024-01-01\nP1,,,S1,,x,2024-01-01\n,,,,,,");

    assertThatThrownBy(() -> read(bad))
        .hasMessageContaining("bad.csv")
        .hasMessageContaining(
            "3 of 4 rows cannot be used, more than most_dropped (0.25) allows:"
                + " missing field 2, quantity is no number 1")
        .hasMessageNotContaining("\n");
  }

  @Test
  void theModelIsTrainedComparedAndAnswers() {
    try (EmbeddedStore embedded = EmbeddedStore.inMemory(0);
        Store store = Store.open(embedded.uri(), "test")) {
      ModelRegistry registry = new ModelRegistry(store.database());
      ModelPackages packages =
          new ModelPackages(folder.resolve("models").toUri().toString(), new Configuration());
      Training training = new Training(SPARK, ROOT, packages, store);
      assertThatThrownBy(() -> training.run(TrainOptions.of("sales")))
          .hasMessageContaining("./flights train sales --data FILE")
          .hasMessageContaining("./flights demo sales generate");

      Trained trained = training.run(TrainOptions.of("sales", "--data", file.toString()));
      CardSplit split = trained.card().splits().get(0);

      assertThat(registry.championVersion("sales")).hasValue(trained.version());
      assertThat(split.description())
          .isEqualTo(
              "trained before 2024-10-01, tested from then on, on the last 3 values of period");
      assertThat(split.baselines())
          .extracting(CardTrial::name)
          .containsExactly(
              "mean",
              "the same month of last year, else the mean",
              "the month before, else the mean");
      assertThat(split.baselines())
          .allSatisfy(it -> assertThat(rmse(it)).isGreaterThan(rmse(split.model())));
      assertThat(trained.card().fitted().get(0).importances()).hasSize(4);
      assertThat(Report.of(trained, "web")).contains("left out of " + file, "duplicate ");
      Row answer =
          new Scoring(packages.read(trained.version().address()), trained.version().version())
              .scoreExample(SPARK);
      assertThat(answer.<Double>getAs("quantity")).isPositive();
    }
  }

  private static FeatureRows read(Path csv) {
    return FeatureRows.read(
        SPARK, ROOT, READER, SALES, TrainOptions.of("sales", "--data", csv.toString()), List.of());
  }

  private static double rmse(CardTrial trial) {
    return trial.evaluation().metrics().get("rmse");
  }

  private static Map<String, BigDecimal> merged(List<Row> all) {
    Map<String, BigDecimal> merged = new TreeMap<>();
    all.forEach(row -> merged.put(key(row, month(row)), number(row, "quantity")));
    assertThat(merged).hasSameSizeAs(all);
    return merged;
  }

  private static YearMonth month(Row row) {
    return YearMonth.of(row.getAs("year"), row.<Integer>getAs("month"));
  }

  private static String key(Row row, YearMonth month) {
    return row.getAs("store_id") + " " + row.getAs("product_id") + " " + month;
  }

  /** With three decimals, as the recount has them; null where there is none. */
  private static BigDecimal number(Row row, String column) {
    Double number = row.getAs(column);
    return number == null ? null : BigDecimal.valueOf(number).setScale(3);
  }
}
