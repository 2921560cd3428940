package flights.predictor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictOptionsTest {

  @Test
  void nothingSaidMeansWhatIsSetInRealTime() {
    PredictOptions options = options("");

    assertThat(options.isBatch()).isFalse();
    assertThat(options.over(Map.of("FLIGHTS_MODEL", "x"))).containsEntry("FLIGHTS_MODEL", "x");
  }

  @Test
  void whatIsSaidStandsInsteadOfWhatIsSet() {
    PredictOptions options = options("sentiment --trigger micro-batch --master spark://host:7077");

    assertThat(options.over(Map.of("FLIGHTS_MODELS", "x", "FLIGHTS_HOME", "h")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "FLIGHTS_MODELS", "sentiment",
                "FLIGHTS_TRIGGER", "micro-batch",
                "FLIGHTS_SPARK_MASTER", "spark://host:7077",
                "FLIGHTS_HOME", "h"));
  }

  @Test
  void severalModelsAreServedTogether() {
    assertThat(options("flight-delay sentiment").over(Map.of("FLIGHTS_MODELS", "x")))
        .containsExactlyInAnyOrderEntriesOf(Map.of("FLIGHTS_MODELS", "flight-delay,sentiment"));
  }

  @Test
  void rowsAreForOneModel() {
    assertThat(options("sentiment --input a.csv --output b.csv").over(Map.of()))
        .containsExactlyInAnyOrderEntriesOf(Map.of("FLIGHTS_MODEL", "sentiment"));
  }

  @Test
  void inputAndOutputMakeABatch() {
    PredictOptions options = options("--input a.csv --output b.csv");

    assertThat(options.isBatch()).isTrue();
    assertThat(options.output()).isEqualTo("b.csv");
  }

  @ParameterizedTest
  @CsvSource({
    "--trigger, Missing required parameter for option '--trigger'",
    "--speed 3, Unknown option: '--speed'",
    "--input a.csv, --input and --output go together",
    "sentiment another sentiment, sentiment is named twice",
    "sentiment another --input a.csv --output b.csv, --input takes one model"
  })
  void whatThereIsNotIsAnsweredWithWhatThereIs(String line, String message) {
    assertThatThrownBy(() -> options(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  private static PredictOptions options(String line) {
    return PredictOptions.of(line.isEmpty() ? List.of() : List.of(line.split(" ")));
  }
}
