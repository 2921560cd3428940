package flights.trainer.gate;

import static org.assertj.core.api.Assertions.assertThat;

import flights.trainer.evaluate.Evaluation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricTest {

  @ParameterizedTest
  @CsvSource({
    "log_loss, 0.80, 0.81, true",
    "log_loss, 0.81, 0.80, false",
    "accuracy, 0.81, 0.80, true",
    "accuracy, 0.80, 0.81, false",
    "weighted_f1, 0.81, 0.80, true",
    "brier, 0.80, 0.81, true",
    "log_loss, 0.80, 0.80, false",
    "log_loss, 0.80001, 0.80002, false"
  })
  void betterIsWhatTheMetricMeansByIt(
      String name, double candidate, double champion, boolean better) {
    assertThat(new Metric(name).better(with(candidate), with(champion))).isEqualTo(better);
  }

  private static Evaluation with(double figure) {
    return new Evaluation(
        10, figure, figure, figure, figure, figure, List.of(), List.of(), List.of(), null,
        Map.of());
  }
}
