package flights.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flights.core.card.CardTrial;
import flights.core.card.Evaluation;
import flights.core.card.ModelCard;
import flights.core.drift.FieldShape;
import flights.core.registry.ModelRegistry;
import flights.core.registry.ModelVersion;
import flights.core.store.Store;
import flights.model.ModelPackages;
import flights.model.Scoring;
import flights.standalone.EmbeddedStore;
import flights.testing.SparkForTests;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped pipelines, on their own data, into a real store. */
class TrainingIT {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** A month of the bundled flights, written once. */
  private static final Path JULY = july();

  private static final TrainOptions SMALL_COMMENTS =
      TrainOptions.of("sentiment", "--sample", "0.6", "--no-baselines");

  @TempDir Path folder;
  private EmbeddedStore embedded;
  private Store store;
  private ModelRegistry registry;
  private ModelPackages packages;
  private Training training;

  private static Path july() {
    Path file = Path.of("target", "july.parquet").toAbsolutePath();
    SparkForTests.session()
        .read()
        .parquet(ROOT.resolve("resources/data/flights.parquet").toString())
        .where("month = 7")
        .write()
        .mode("overwrite")
        .parquet(file.toString());
    return file;
  }

  private static TrainOptions fewFlights(String seed) {
    return TrainOptions.of(
        "flight-delay",
        "--data",
        JULY.toString(),
        "--sample",
        "0.3",
        "--no-baselines",
        "--seed",
        seed);
  }

  @BeforeEach
  void open() {
    embedded = EmbeddedStore.inMemory(0);
    store = Store.open(embedded.uri(), "test");
    registry = new ModelRegistry(store.database());
    packages = new ModelPackages(folder.toUri().toString(), new Configuration());
    training = training(SparkForTests.forFewRows());
  }

  private Training training(SparkSession spark) {
    return new Training(spark, ROOT, packages, store);
  }

  @AfterEach
  void close() {
    store.close();
    embedded.close();
  }

  @Test
  void theFlightDelayModelIsTrainedEvaluatedAndAnswersInFull() {
    SparkSession spark = SparkForTests.session();
    Trained trained =
        training(spark).run(TrainOptions.of("flight-delay", "--data", JULY.toString()));

    assertThat(registry.championVersion("flight-delay")).hasValue(trained.version());
    Row answer = example(spark, trained.version());
    assertThat(answer.<Integer>getAs("Prediction")).isBetween(0, 3);
    assertThat(answer.<Double>getAs("ArrDelayP10")).isLessThan(answer.getAs("ArrDelayP90"));
    assertThat(answer.getList(answer.fieldIndex("Probabilities"))).hasSize(4);
    assertThat(answer.getList(answer.fieldIndex("Reasons"))).isNotEmpty();
    assertThat(trained.card().data().shapes())
        .extracting(FieldShape::name)
        .contains("Carrier", "Dest", "DepDelay", "Distance")
        .doesNotContain("UUID", "FlightNum", "FlightDate");
    assertThat(shape(trained, "Origin").values()).containsExactlyInAnyOrder("EWR", "JFK", "LGA");
    assertThat(shape(trained, "DepDelay").edges()).isSorted().hasSizeBetween(5, 9);
    assertThat(trained.card().splits().get(0).baselines())
        .extracting(CardTrial::name)
        .containsExactly("majority class", "departure delay, table", "reference forest");
    Evaluation forest = trained.card().splits().get(0).baselines().get(2).evaluation();
    assertThat(trained.version().metrics().get("log_loss"))
        .isLessThan(forest.metrics().get("log_loss"));
  }

  @Test
  void aModelOfAnotherKindNeedsNoJavaAndItsCardIsInThePackageAndInTheRegistry() throws IOException {
    Trained trained = training.run(TrainOptions.of("sentiment"));

    assertThat(example(SparkForTests.forFewRows(), trained.version()).<String>getAs("sentiment"))
        .isEqualTo("good");
    assertThat(registry.champion("flight-delay")).isEmpty();
    assertThat(registry.card("sentiment", trained.version().version()).map(ModelCard::of))
        .hasValue(trained.card());
    assertThat(ModelCard.of(packages.read(trained.version().address()).card()))
        .isEqualTo(trained.card());
    assertThat(Report.of(trained, "127.0.0.1:5001"))
        .contains("the first version")
        .endsWith(
            "model card: http://127.0.0.1:5001/models/sentiment/%s while the web server runs, and %s/card.json"
                .formatted(trained.version().version(), trained.version().address()));
    assertThat(Path.of(URI.create(trained.version().address() + "/card.json"))).exists();
  }

  @Test
  void theSameDataAndSeedGiveTheSameFiguresWhichAreNoReasonToMoveTheChampion() {
    Trained first = training.run(SMALL_COMMENTS);
    Trained second = training.run(SMALL_COMMENTS);

    assertThat(second.version().metrics()).isEqualTo(first.version().metrics());
    assertThat(second.promoted()).isFalse();
    assertThat(second.verdict().reason()).contains("no better than", "held back from both");
    assertThat(registry.championVersion("sentiment")).hasValue(first.version());
    assertThat(Report.of(second, "web")).contains("./flights models promote sentiment");

    aChampionThatCannotBeReadIsReplaced(first);
  }

  /** The champion of before: to train one more only for this takes long. */
  private void aChampionThatCannotBeReadIsReplaced(Trained champion) {
    packages.delete(champion.version().address());
    Trained next =
        training.run(
            TrainOptions.of("sentiment", "--sample", "0.6", "--no-baselines", "--seed", "9"));

    assertThat(next.promoted()).isTrue();
    assertThat(next.verdict().reason()).contains("cannot be read");
  }

  @Test
  void aModelThatLearntLessDoesNotTakeTheChampionsPlaceUnlessItIsMadeTo() {
    Trained good = training.run(TrainOptions.of("sentiment", "--no-baselines"));
    Trained poor = training.run(TrainOptions.of("sentiment", "--sample", "0.2", "--no-baselines"));
    assertThat(poor.promoted()).as(poor.verdict().reason()).isFalse();
    assertThat(registry.championVersion("sentiment")).hasValue(good.version());

    Trained forced =
        training.run(
            TrainOptions.of("sentiment", "--sample", "0.2", "--no-baselines", "--promote"));
    assertThat(registry.championVersion("sentiment")).hasValue(forced.version());
    assertThat(registry.champion("sentiment").orElseThrow().reason()).contains("--promote");
  }

  @Test
  void aVersionThatIsNotToBePromotedStaysOutAndItsCardTellsThatItPassed() throws IOException {
    Trained first = training.run(TrainOptions.of("sentiment", "--sample", "0.2", "--no-baselines"));
    Path leftOver = folder.resolve("sentiment/run-1");
    Files.createDirectories(leftOver.resolve("stages"));

    Trained better =
        training.run(
            TrainOptions.of("sentiment", "--no-baselines", "--no-promote", "--version", "run-1"));

    assertThat(better.promoted()).isFalse();
    assertThat(better.version().version()).isEqualTo("run-1");
    assertThat(registry.championVersion("sentiment")).hasValue(first.version());
    assertThat(Comparison.of(registry, "sentiment", "run-1").passed()).isTrue();
    assertThat(Report.of(better, "web")).contains("passes: ", "./flights models promote");
  }

  @Test
  void aChampionIsTriedOnDaysThatItDoesNotKnow() throws IOException {
    Training flights = training(SparkForTests.session());
    flights.run(fewFlights("1"));
    Trained later = flights.run(fewFlights("8"));

    assertThat(later.verdict().reason()).contains("the same", "some of which");
  }

  @Test
  void dataThatAreNotThereAreNamedAndNothingIsRegistered() {
    String nowhere = folder.resolve("nowhere").toString();

    assertThatThrownBy(() -> training.run(TrainOptions.of("flight-delay", "--data", nowhere)))
        .hasMessageContaining(nowhere);
    assertThatThrownBy(() -> training.run(TrainOptions.of("sentiment", "--data", nowhere)))
        .hasMessageContaining(nowhere);
    assertThat(registry.versions("flight-delay")).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  private static FieldShape shape(Trained trained, String field) {
    return trained.card().data().shapes().stream()
        .filter(it -> it.name().equals(field))
        .findFirst()
        .orElseThrow();
  }

  private Row example(SparkSession spark, ModelVersion model) {
    return new Scoring(packages.read(model.address()), model.version()).scoreExample(spark);
  }
}
