package flights.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flights.core.registry.ModelRegistry;
import flights.core.registry.ModelVersion;
import flights.core.store.Store;
import flights.model.ModelPackages;
import flights.model.Scoring;
import flights.standalone.EmbeddedStore;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped pipelines, on their own data, into a real store. */
class TrainingIT {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir Path folder;
  private EmbeddedStore embedded;
  private Store store;
  private ModelRegistry registry;
  private ModelPackages packages;
  private Training training;

  @BeforeEach
  void open() {
    embedded = EmbeddedStore.inMemory(0);
    store = Store.open(embedded.uri(), "test");
    registry = new ModelRegistry(store.database());
    packages = new ModelPackages(folder.toUri().toString(), new Configuration());
    training = new Training(SparkForTests.session(), ROOT, packages, registry);
  }

  @AfterEach
  void close() {
    store.close();
    embedded.close();
  }

  @Test
  void theFlightDelayModelIsTrainedAndAnswersInFull() {
    ModelVersion trained = training.run(new TrainOptions("flight-delay", null));

    assertThat(registry.championVersion("flight-delay")).hasValue(trained);
    Row answer = example(trained);
    assertThat(answer.<Integer>getAs("Prediction")).isBetween(0, 3);
    assertThat(answer.<Double>getAs("ArrDelayP10")).isLessThan(answer.getAs("ArrDelayP90"));
    assertThat(answer.getList(answer.fieldIndex("Probabilities"))).hasSize(4);
    assertThat(answer.getList(answer.fieldIndex("Reasons"))).isNotEmpty();
  }

  @Test
  void aModelOfAnotherKindNeedsNoJava() {
    ModelVersion trained = training.run(new TrainOptions("sentiment", null));

    assertThat(example(trained).<String>getAs("sentiment")).isEqualTo("good");
    assertThat(registry.champion("flight-delay")).isEmpty();
  }

  @Test
  void dataThatAreNotThereAreNamedAndNothingIsRegistered() {
    String nowhere = folder.resolve("nowhere").toString();

    assertThatThrownBy(() -> training.run(new TrainOptions("flight-delay", nowhere)))
        .hasMessageContaining(nowhere);
    assertThatThrownBy(() -> training.run(new TrainOptions("sentiment", nowhere)))
        .hasMessageContaining(nowhere);
    assertThat(registry.versions("flight-delay")).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theCommandLineIsUnderstood() {
    assertThat(TrainOptions.of("flight-delay", List.of()))
        .isEqualTo(new TrainOptions("flight-delay", null));
    assertThat(TrainOptions.of("flight-delay", List.of("sentiment", "--data", "x.csv")))
        .isEqualTo(new TrainOptions("sentiment", "x.csv"));
    assertThatThrownBy(() -> TrainOptions.of("flight-delay", List.of("--dta", "x")))
        .hasMessageContaining("--dta")
        .hasMessageContaining("usage");
  }

  private Row example(ModelVersion model) {
    return new Scoring(packages.read(model.address()), model.version())
        .scoreExample(SparkForTests.session());
  }
}
