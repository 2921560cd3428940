package flights.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import flights.core.card.AnswerFields;
import flights.core.card.CardMetric;
import flights.core.card.CardSplit;
import flights.core.card.CardTrial;
import flights.core.card.Evaluation;
import flights.core.card.FeatureWeight;
import flights.core.card.FittedStage;
import flights.core.card.ModelCard;
import flights.core.card.QuantileField;
import flights.core.card.QuantileScore;
import flights.core.card.Task;
import flights.core.contract.ModelConfig;
import flights.core.registry.ModelRegistry;
import flights.core.series.SeriesHistory;
import flights.core.series.SeriesPoint;
import flights.core.store.Store;
import flights.model.ModelPackages;
import flights.standalone.EmbeddedStore;
import flights.testing.SparkForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of each task, of two files each, from rows to their cards. */
class TasksIT {

  private static final Path PIPELINES = Path.of("src", "test", "resources", "pipelines");
  private static final List<String> TOWNS = List.of("Bonn", "Kiel", "Ulm");

  @TempDir Path folder;
  private final Random random = new Random(4);
  private EmbeddedStore embedded;
  private Store store;
  private ModelRegistry registry;
  private Training training;

  @BeforeEach
  void open() {
    embedded = EmbeddedStore.inMemory(0);
    store = Store.open(embedded.uri(), "test");
    registry = new ModelRegistry(store.database());
    training =
        new Training(
            SparkForTests.forFewRows(),
            folder,
            new ModelPackages(folder.resolve("models").toUri().toString(), new Configuration()),
            store);
  }

  @AfterEach
  void close() {
    store.close();
    embedded.close();
  }

  /** The files and the data of docs/TUTORIAL.md, word by word. */
  @Test
  void theModelOfTheTutorialIsTrained() throws Exception {
    List<String> blocks =
        Pattern.compile("```\\w+\\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("../docs/TUTORIAL.md")))
            .results()
            .map(found -> found.group(1))
            .toList();
    Path pipeline = folder.resolve("resources/pipelines/boarding");
    Process shell =
        new ProcessBuilder("bash", "-c", blocks.get(0))
            .directory(folder.toFile())
            .inheritIO()
            .start();
    assertThat(shell.waitFor()).isZero();
    Files.writeString(pipeline.resolve("pipeline.yaml"), blocks.get(1));
    Files.writeString(pipeline.resolve("prepare.sql"), blocks.get(2));

    CardSplit byTime = training.run(TrainOptions.of("boarding")).card().splits().get(0);

    assertThat(byTime.name()).isEqualTo("time split");
    assertThat(byTime.model().evaluation().metrics().get("mae")).isLessThan(1.3);
    assertThat(byTime.baselines().get(0).evaluation().metrics().get("mae")).isGreaterThan(5);
  }

  @Test
  void aNumberIsTrainedEvaluatedAndTold() throws IOException {
    Trained trained = train("prices", 400, "id,sold,size,rooms,town,paid", this::flat);
    ModelCard card = trained.card();
    Evaluation evaluation = card.splits().get(0).model().evaluation();

    assertThat(card.task()).isEqualTo(Task.REGRESSION);
    assertThat(card.splits()).hasSize(2);
    assertThat(trained.version().metrics()).containsOnlyKeys("rmse", "mae", "r2", "mape");
    assertThat(trained.version().metrics().get("r2")).isGreaterThan(0.6);
    assertThat(card.splits().get(0).baselines())
        .extracting(CardTrial::name)
        .containsExactly("mean", "last value");
    assertThat(card.splits().get(0).baselines().get(0).evaluation().metrics().get("r2"))
        .isLessThan(0.1);
    assertThat(evaluation.errors()).hasSizeBetween(2, 3);
    assertThat(evaluation.groups().get("town")).hasSize(3);
    assertThat(card.answer())
        .isEqualTo(
            new AnswerFields(
                null,
                "Price",
                List.of(new QuantileField(0.1, "Low"), new QuantileField(0.9, "High")),
                "New"));
    FittedStage forest = card.fitted().get(0);
    assertThat(forest.importances())
        .extracting(FeatureWeight::feature)
        .startsWith("size")
        .contains("town_index");
    assertThat(forest.importances().stream().mapToDouble(it -> it.values().get(0)).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(forest.text()).contains("numTrees=10", "Tree 9 (weight 1.0)", "If (feature");
    assertThat(forest.cut()).isNull();
    assertThat(registry.card("prices", card.version()).map(ModelCard::of)).hasValue(card);
    assertThat(Report.of(trained, "web")).contains("MAE, kEUR", "last value");
  }

  @Test
  void theRangeOfANumberComesFromTheErrorsOfTheTimeSplitAndItsSeriesAreKept() throws IOException {
    Trained trained = train("prices", 400, "id,sold,size,rooms,town,paid", this::flat);
    ModelCard card = trained.card();
    ModelConfig config = registry.config("prices", card.version()).orElseThrow();

    assertThat(config.output())
        .containsEntry("Price", "round(prediction, 1)")
        .hasEntrySatisfying(
            "Low",
            sql -> assertThat(sql).startsWith("greatest(0.0D, floor(10.0D * (`prediction` + "))
        .containsEntry("New", "array_compact(array(if(`town_index` = 3.0D, 'town', null)))");
    assertThat(card.notes()).contains("Low and High: by the errors on the rows of the time split.");
    // Of the rows that the range comes from it would always be right.
    assertThat(card.splits().get(0).model().evaluation().quantiles()).isEmpty();
    Evaluation other = card.splits().get(1).model().evaluation();
    assertThat(other.quantiles()).extracting(QuantileScore::level).containsExactly(0.1, 0.9);
    assertThat(other.metrics().get("coverage_p10_p90")).isBetween(0.6, 0.95);

    SeriesHistory history = new SeriesHistory(store, config.series().history());
    assertThat(history.summary("prices", card.version()).orElseThrow())
        .satisfies(
            it -> {
              assertThat(it.series()).isEqualTo(3);
              assertThat(it.values()).isEqualTo(Map.of("town", TOWNS));
              assertThat(it.last()).isEqualTo("2025-02");
            });
    assertThat(history.points(SeriesHistory.id("prices", card.version(), List.of("Kiel"))))
        .hasSize(13)
        .contains(new SeriesPoint("2024-03", meanOf("2024-03", "Kiel")));
  }

  private double meanOf(String month, String town) throws IOException {
    return Files.readAllLines(folder.resolve("rows.csv")).stream()
        .map(line -> line.split(","))
        .filter(cells -> cells[1].startsWith(month) && cells[4].equals(town))
        .mapToDouble(cells -> Double.parseDouble(cells[5]))
        .average()
        .stream()
        .map(mean -> Math.rint(mean * 1e6) / 1e6)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anotherVersionOfANumberHasToBeBetterByTheMetricThatDecides() throws IOException {
    train("prices", 400, "id,sold,size,rooms,town,paid", this::flat);
    Trained again = training.run(TrainOptions.of("prices", "--no-baselines"));
    assertThat(again.promoted()).isFalse();
    assertThat(again.verdict().reason())
        .matches("MAE in kEUR [0-9.]+ is no better than [0-9.]+ of .*, held back from both");

    Path yaml = folder.resolve("resources/pipelines/prices/pipeline.yaml");
    Files.writeString(yaml, Files.readString(yaml).replace("maxDepth: 5", "maxDepth: 1"));
    Trained worse = training.run(TrainOptions.of("prices", "--no-baselines"));
    assertThat(worse.promoted()).as(worse.verdict().reason()).isFalse();

    Files.writeString(
        yaml,
        Files.readString(yaml).replace("numTrees: 10, maxDepth: 1", "numTrees: 40, maxDepth: 8"));
    Trained better = training.run(TrainOptions.of("prices", "--no-baselines"));
    assertThat(better.promoted()).as(better.verdict().reason()).isTrue();
    assertThat(better.verdict().reason()).contains("MAE in kEUR", "is better than");
    FittedStage forest = better.card().fitted().get(0);
    assertThat(forest.text()).hasSize(20_000);
    assertThat(forest.cut()).matches("Cut after 20,000 characters, in \\d of 40 trees");
  }

  @Test
  void fiveClassesAreTrainedEvaluatedAndTold() throws IOException {
    Trained trained = train("grades", 600, "id,weight,gloss,grade", this::piece);
    Evaluation evaluation = trained.card().splits().get(0).model().evaluation();

    assertThat(trained.version().metrics())
        .containsOnlyKeys("accuracy", "weighted_f1", "log_loss", "brier", "ece");
    assertThat(trained.version().metrics().get("accuracy")).isGreaterThan(0.7);
    assertThat(evaluation.confusion()).hasSize(5);
    assertThat(trained.card().label()).isEqualTo("grade");
    assertThat(trained.card().answer()).isEqualTo(new AnswerFields("Likely", null, List.of()));
    FittedStage line = trained.card().fitted().get(0);
    assertThat(line.coefficients()).hasSize(2);
    assertThat(line.coefficients().get(0).values()).hasSize(5);
    assertThat(line.intercepts()).hasSize(5);
    assertThat(line.text()).isNull();
  }

  @Test
  void quantilesAreTrainedEvaluatedAndTold() throws IOException {
    Trained trained = train("waiting", 1_000, "id,calls,waited", this::caller);
    Evaluation evaluation = trained.card().splits().get(0).model().evaluation();

    assertThat(trained.version().metrics())
        .containsOnlyKeys(
            "pinball", "pinball_p10", "pinball_p50", "pinball_p90", "coverage_p10_p90");
    assertThat(trained.version().metrics().get("coverage_p10_p90")).isCloseTo(0.8, within(0.08));
    assertThat(evaluation.quantiles()).hasSize(3);
    CardTrial baseline = trained.card().splits().get(0).baselines().get(0);
    assertThat(trained.version().metrics().get("pinball"))
        .isLessThan(baseline.evaluation().metrics().get("pinball") / 2);
    assertThat(trained.card().answer().quantiles())
        .containsExactly(
            new QuantileField(0.1, "Low"),
            new QuantileField(0.5, "Middle"),
            new QuantileField(0.9, "High"));
    assertThat(CardMetric.of("pinball").orElseThrow().isBetter(1, 2)).isTrue();
  }

  @Test
  void aMistakeIsToldWithTheWayOut() throws IOException {
    write("prices", 40, "id,sold,size,rooms,town,paid", this::flat);
    assertMistake(
        "groups: [town]",
        "groups: [towns]",
        "evaluate names towns, which neither prepare.sql nor a stage makes; did you mean town?");
    assertMistake(
        "columns: [id,",
        "columns: [idd,",
        "has no column idd, which prices needs; it has id, sold,");
    assertMistake(
        "label: price",
        "label: prise",
        "label names prise, which prepare.sql does not make; did you mean price?");
  }

  @Test
  void newRowsAreAddedToThoseOfTheChampionAndCountOnce() throws IOException {
    train("prices", 400, "id,sold,size,rooms,town,paid", this::flat);
    Path file = folder.resolve("new.csv");
    List<String> present = Files.readAllLines(folder.resolve("rows.csv"));
    List<String> lines = new ArrayList<>(present.subList(0, 1));
    lines.addAll(present.subList(301, 401));
    IntStream.range(400, 600).mapToObj(this::flat).forEach(lines::add);
    Files.write(file, lines);
    String[] words = {
      "--data", file.toString(), "--with-previous", "--no-baselines", "--one-split", "--promote"
    };

    Trained trained = training.run(TrainOptions.of("prices", words));

    assertThat(trained.card().data().rows()).isEqualTo(600);
    assertThat(trained.card().data().sources()).containsExactly("rows.csv", file.toString());
    assertThat(trained.card().data().path()).isEqualTo(file + " and rows.csv");
    assertThat(training.run(TrainOptions.of("prices", words)).card().data())
        .isEqualTo(trained.card().data());

    words[1] = Files.move(file, folder.resolve("newer.csv")).toString();
    assertThatThrownBy(() -> training.run(TrainOptions.of("prices", words)))
        .hasMessage(
            "the champion has learnt from %s, which cannot be read any more: train without --with-previous, or name all rows by --data"
                .formatted(file));
  }

  private void assertMistake(String right, String wrong, String message) throws IOException {
    Path yaml = folder.resolve("resources/pipelines/prices/pipeline.yaml");
    String text = Files.readString(yaml);
    Files.writeString(yaml, text.replace(right, wrong));
    assertThatThrownBy(() -> training.run(TrainOptions.of("prices"))).hasMessageContaining(message);
    Files.writeString(yaml, text);
  }

  private Trained train(String name, int rows, String header, IntFunction<String> row)
      throws IOException {
    write(name, rows, header, row);
    return training.run(TrainOptions.of(name));
  }

  private void write(String name, int rows, String header, IntFunction<String> row)
      throws IOException {
    Path pipeline = Files.createDirectories(folder.resolve("resources/pipelines").resolve(name));
    for (String file : List.of("pipeline.yaml", "prepare.sql")) {
      Files.copy(PIPELINES.resolve(name).resolve(file), pipeline.resolve(file));
    }
    Files.writeString(
        folder.resolve("rows.csv"),
        IntStream.range(0, rows)
            .mapToObj(row)
            .collect(Collectors.joining("\n", header + "\n", "\n")));
  }

  private String flat(int i) {
    double size = 20 + 130 * random.nextDouble();
    int town = random.nextInt(3);
    double paid = 3 * size + 60 * town + 10 * random.nextGaussian();
    return csv(
        "%d,%s,%.1f,%d,%s,%.1f",
        i,
        LocalDate.of(2024, 1, 1).plusDays(i),
        size,
        1 + (int) (size / 25),
        TOWNS.get(town),
        paid);
  }

  private String piece(int i) {
    double weight = 100 * random.nextDouble();
    double gloss = 100 * random.nextDouble();
    int grade = (int) Math.min(4, (weight + gloss) / 40);
    return csv("%d,%.1f,%.1f,%d", i, weight, gloss, grade);
  }

  private String caller(int i) {
    double calls = 50 * random.nextDouble();
    return csv("%d,%.2f,%.2f", i, calls, 20 + 3 * calls + 4 * random.nextGaussian());
  }

  private static String csv(String format, Object... cells) {
    return String.format(Locale.ROOT, format, cells);
  }
}
