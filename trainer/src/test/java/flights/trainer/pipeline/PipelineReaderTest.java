package flights.trainer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PipelineReaderTest {

  private static final Path SHIPPED = Path.of("../resources/pipelines");

  private static final Path TASKS = Path.of("src/test/resources/pipelines");

  @TempDir Path folder;
  private String yaml;

  @BeforeEach
  void copy() throws IOException {
    yaml = Files.readString(SHIPPED.resolve("sentiment/pipeline.yaml"));
  }

  static Stream<String> shipped() throws IOException {
    try (Stream<Path> folders = Files.list(SHIPPED)) {
      return folders.map(path -> path.getFileName().toString()).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void everyShippedPipelineIsReadAndItsStagesAreMade(String name) {
    PipelineReader reader = new PipelineReader(SHIPPED);
    PipelineSpec spec = reader.spec(name);

    assertThat(spec.name()).isEqualTo(name);
    assertThat(new Fitting(spec, 42)).isNotNull();
    assertThat(reader.sql(name)).containsPattern("from (raw|clean)");
    assertThat(spec.config(Map.of()).topics()).hasSize(3).doesNotContainNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "label: label | lable: label | there is no key lable; did you mean label?",
        "topics: { | topix: { | there is no key topix; did you mean topics?",
        "type: string | typ: string | there is no key typ; did you mean type?",
        "name: sentiment | | the key name is missing",
        "id_column: id | id_column: uuid | id_column names uuid, which input_schema has not; did"
            + " you mean id?"
      })
  void aTypoIsToldWithTheNearestRightName(String right, String wrong, String message)
      throws IOException {
    write(yaml.replaceFirst(java.util.regex.Pattern.quote(right), wrong == null ? "" : wrong));

    assertThatThrownBy(() -> new PipelineReader(folder).spec("mine"))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("pipeline.yaml")
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "grades | label: grade | label: grade\\ntask: clasification | line 8: task cannot be"
            + " clasification: there are classification, regression, quantile; did you mean"
            + " classification?",
        "grades | output_labels: [poor, fair, good, fine, splendid] | | the key output_labels is"
            + " missing",
        "grades | probabilities: probability, | probabilities: probability, event: {name: good},"
            + " | the key evaluate: event: from is missing",
        "prices | unit: kEUR | event: {name: dear} | the key evaluate: event is for the task"
            + " classification, and this one is regression",
        "grades | probabilities: probability, | | the key evaluate: probabilities is missing",
        "grades | decide_by: accuracy | decide_by: auc | decide_by names auc, which is no metric of"
            + " classification that decides",
        "grades | baselines: [majority] | baselines: [mean] | baselines names mean, which there is"
            + " not for classification",
        "prices | prediction: prediction, | | the key evaluate: prediction is missing",
        "prices | prediction: prediction, | prediction: prediction, probabilities: p, | the key"
            + " evaluate: probabilities is for the task classification, and this one is regression",
        "prices | decide_by: mae | decide_by: accuracy | decide_by names accuracy, which is no"
            + " metric of regression that decides",
        "prices | {time: sold, test: 0.2} | {test: 0.2} | baselines names last, which needs the key"
            + " split: time",
        "prices | {time: sold, test: 0.2} | {time: sold, last: -1} | split: last is a number of"
            + " values over 0, not -1",
        "grades | split: {test: 0.25} | split: {last: 3} | split: last needs the key split: time",
        "prices | baselines: [mean, last] | baselines: [mean, {column: paid}] | the key baselines:"
            + " name is missing",
        "prices | baselines: [mean, last] | baselines: [{name: paid, colum: paid}] | there is no key"
            + " colum; did you mean column?",
        "waiting | baselines: [quantiles] | baselines: [{name: last year, column: low}] | a column as"
            + " one of the baselines is for classification and regression, not quantile",
        "prices | task: regression | task: regression\\nmost_dropped: 25 | most_dropped is a share"
            + " from 0 and under 1, such as 0.25, not 25.0",
        "waiting | quantiles: {0.1: low, 0.5: middle, 0.9: high} | | the key evaluate: quantiles is"
            + " missing, such as {0.1: low, 0.9: high}",
        "waiting | 0.9: high | 9: high | evaluate: quantiles needs levels over 0 and under 1",
        "waiting | 0.9: high | high: high | evaluate: quantiles has a level that is no number",
        "waiting | unit: s | p90: high | evaluate: quantiles needs levels over 0 and under 1, each"
            + " of them once"
      })
  void theTaskDecidesWhichKeysAreNeeded(String name, String right, String wrong, String message)
      throws IOException {
    String text = Files.readString(TASKS.resolve(name).resolve("pipeline.yaml"));
    assertThat(text).contains(right);
    write(text.replace(right, wrong == null ? "" : wrong.replace("\\n", "\n")));

    assertThatThrownBy(() -> new PipelineReader(folder).spec("mine"))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{unseen: [town]} | {unseen: [towns]} | output: New: unseen names towns, which input_schema"
            + " has not; did you mean town?",
        "{unseen: [town]} | {unseen: [rooms]} | output: New: unseen names rooms, which no stage"
            + " StringIndexer with handleInvalid: keep takes",
        "handleInvalid: keep | handleInvalid: skip | output: New: unseen names town, which no stage",
        "{unseen: [town]} | {unsen: [town]} | line 29: there is no key unsen; did you mean unseen?",
        "{unseen: [town]} | {} | line 29: a field of output is SQL, or {error_quantile: 0.1, of:"
            + " COLUMN}, or {unseen: [FIELD]}",
        "{error_quantile: 0.9, of | {error_quantile: 9, of | output: High: error_quantile needs a"
            + " level over 0 and under 1",
        "{error_quantile: 0.9, of | {error_quantile: 0.1, of | output: High: there is another output"
            + " of this error_quantile",
        "0.9, of: prediction | 0.9, of: Price | output: High: of names Price, but only the errors of"
            + " prediction are known",
        "at_least: 0, digits: 1 | at_least: 0, digits: 10 | output: Low: digits is 10, outside 0 to"
            + " 9",
        "unit: kEUR | quantiles: {0.5: p} | output: Low: the model says quantiles by itself",
        "field: sold, part: year | field: town, part: year | input_schema: from, of year, names"
            + " town, which is no date",
        "field: sold, part: year | field: sold, part: yaer | part cannot be yaer: there are year,"
            + " month, day; did you mean year?",
        "field: sold, part: year | field: sold | input_schema: from, of year, needs the keys field"
            + " and part",
        "by: [town] | by: [city] | series names city, which input_schema has not",
        "month: month, value | month: town, value | series names town, which is not of the type"
            + " integer",
        "value: Price | value: Prize | series names Prize, which output has not; did you mean Price?",
        "history: prices_history, | | the key series: history is missing",
        "towns.name | towns | series: names: town is towns, not a collection and a field, such as"
            + " stores.name"
      })
  void whatIsAskedWhatIsAnsweredAndTheSeriesFitTogether(String right, String wrong, String message)
      throws IOException {
    String text = Files.readString(TASKS.resolve("prices/pipeline.yaml"));
    assertThat(text).contains(right);
    write(text.replace(right, wrong == null ? "" : wrong));

    assertThatThrownBy(() -> new PipelineReader(folder).spec("mine"))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }

  @Test
  void theTaskDecidesByWhatANewVersionIsBetter() {
    PipelineReader tasks = new PipelineReader(TASKS);
    assertThat(tasks.spec("prices").decideBy().key()).isEqualTo("mae");
    assertThat(tasks.spec("grades").decideBy().key()).isEqualTo("accuracy");
    assertThat(tasks.spec("waiting").decideBy().key()).isEqualTo("pinball");
    assertThat(new PipelineReader(SHIPPED).spec("sentiment").decideBy().key())
        .isEqualTo("log_loss");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | line 1: the description is not keys and values",
        "just words | line 1: the description is not keys and values",
        "stages: words | line 1: stages is not a list",
        "stages: [null] | line 1: Invalid `null`",
        "topics: [a] | line 1: topics is not keys and values"
      })
  void aWrongShapeIsTold(String text, String message) throws IOException {
    write(text);

    assertThatThrownBy(() -> new PipelineReader(folder).spec("mine"))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }

  @Test
  void theLineOfATypoIsTold() throws IOException {
    write("name: mine\ninput: csv\nlabel: x\nsplot: {}\n");

    assertThatThrownBy(() -> new PipelineReader(folder).spec("mine"))
        .hasMessageContaining("pipeline.yaml line 4: there is no key splot; did you mean split?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stage: HashingTF | stage: HashingTFF | there is no stage HashingTFF; did you mean"
            + " HashingTF?",
        "numFeatures: 16384 | numFeature: 16384 | HashingTF has no parameter numFeature; did you"
            + " mean numFeatures?",
        "numFeatures: 16384 | numFeatures: many | the parameter numFeatures of HashingTF cannot be"
            + " \"many\"",
        "numFeatures: 16384 | numFeatures: -1 | the parameter numFeatures of HashingTF cannot be -1"
      })
  void aWrongStageIsToldWithItsLine(String right, String wrong, String message) throws IOException {
    write(yaml.replace(right, wrong));
    PipelineSpec spec = new PipelineReader(folder).spec("mine");

    assertThatThrownBy(() -> new Fitting(spec, 42))
        .isInstanceOf(PipelineException.class)
        .hasMessageMatching("pipeline\\.yaml line \\d+: .*")
        .hasMessageContaining(message);
  }

  @Test
  void anUnknownPipelineIsToldWithTheNearest() {
    assertThatThrownBy(() -> new PipelineReader(SHIPPED).spec("sentimental"))
        .hasMessageContaining("did you mean sentiment?");
  }

  private void write(String text) throws IOException {
    Path mine = Files.createDirectories(folder.resolve("mine"));
    Files.writeString(mine.resolve("pipeline.yaml"), text);
  }
}
