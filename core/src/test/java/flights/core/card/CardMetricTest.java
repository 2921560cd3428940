package flights.core.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardMetricTest {

  private static CardMetric metric(String key) {
    return CardMetric.of(key).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "log_loss, 0.80, 0.81, true",
    "log_loss, 0.81, 0.80, false",
    "accuracy, 0.81, 0.80, true",
    "accuracy, 0.80, 0.81, false",
    "weighted_f1, 0.81, 0.80, true",
    "brier, 0.80, 0.81, true",
    "log_loss, 0.80, 0.80, false",
    "log_loss, 0.80001, 0.80002, false",
    "auc, 0.9, 0.8, true",
    "rmse, 99000, 100000, true",
    "rmse, 99999, 100000, false",
    "rmse, 101000, 100000, false",
    "rmse, 0.00002, 0.00003, true",
    "r2, -0.1, -0.2, true",
    "mape, 0.3, 0.2, false",
    "pinball_p90, 3, 4, true"
  })
  void betterIsWhatTheMetricMeansByIt(
      String key, double candidate, double champion, boolean better) {
    assertThat(metric(key).isBetter(candidate, champion)).isEqualTo(better);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "accuracy | 0.62949 | 62.9% | 0.6295",
        "log_loss | 0.8444 | 0.844 | 0.8444",
        "r2 | -0.25 | −0.250 | -0.2500",
        "r2 | -0.0001 | 0.000 | -0.0001",
        "rmse | 45231.68 | 45,232 | 45,232",
        "rmse | 3.14159 | 3.142 | 3.1416",
        "mae | 0.000123456 | 0.0001235 | 0.00012346",
        "mae | 0 | 0.000 | 0.0000"
      })
  void aFigureIsWrittenAsItsKindIs(String key, double value, String text, String exact) {
    assertThat(metric(key).text(value)).isEqualTo(text);
    assertThat(metric(key).exactText(value)).isEqualTo(exact);
  }

  @Test
  void aConsoleHasSharesFrom0To1() {
    assertThat(metric("accuracy").plainText(0.62949)).isEqualTo("0.629");
    assertThat(metric("rmse").plainText(45231.68)).isEqualTo("45,232");
    assertThat(metric("accuracy").plainText(null)).isEqualTo("-");
    assertThat(metric("r2").plainText(-0.25)).isEqualTo("-0.250");
  }

  @Test
  void quantilesHaveNamesThatAStoreTakes() {
    assertThat(CardMetric.pinball(0.1)).isEqualTo("pinball_p10");
    assertThat(CardMetric.pinball(0.025)).isEqualTo("pinball_p2_5");
    assertThat(metric(CardMetric.pinball(0.025)).title()).isEqualTo("Pinball P2.5");
    CardMetric coverage = metric(CardMetric.coverage(0.05, 0.95));
    assertThat(coverage.title()).isEqualTo("Within P5 to P95");
    assertThat(coverage.direction()).isEqualTo("90.0% is right");
    assertThat(CardMetric.of("happiness")).isEmpty();
  }

  @Test
  void theUnitIsToldOfWhatHasOne() {
    assertThat(metric("mae").title("min")).isEqualTo("MAE, min");
    assertThat(metric("mae").words("min")).isEqualTo("MAE in min");
    assertThat(metric("log_loss").words("min")).isEqualTo("log loss");
    assertThat(metric("log_loss").title("min")).isEqualTo("Log loss");
    assertThat(metric("auc").words(null)).isEqualTo("ROC AUC");
  }

  @Test
  void theBestIsMarkedAndAllThatReadTheSame() {
    Map<String, Double> good = Map.of("accuracy", 0.7, "coverage_p10_p90", 0.83, "mae", 2.0);
    Map<String, Double> same = Map.of("accuracy", 0.70004, "coverage_p10_p90", 0.77);
    Map<String, Double> bad = Map.of("accuracy", 0.6, "coverage_p10_p90", 0.95);
    List<Map<String, Double>> all = List.of(good, same, bad);

    for (String key : List.of("accuracy", "coverage_p10_p90")) {
      assertThat(metric(key).isBest(good, all)).as(key).isTrue();
      assertThat(metric(key).isBest(same, all)).as(key).isTrue();
      assertThat(metric(key).isBest(bad, all)).as(key).isFalse();
    }
    assertThat(metric("mae").isBest(good, all)).as("the only one").isFalse();
  }

  @Test
  void metricsAreShownInOneOrderWhateverTheFiguresTell() {
    List<Map<String, Double>> figures =
        List.of(
            Map.of("mae", 1.0, "accuracy", 0.5, "unknown", 7.0),
            Map.of("pinball_p10", 2.0, "brier", 0.2, "coverage_p10_p90", 0.8));

    assertThat(CardMetric.in(figures))
        .extracting(CardMetric::key)
        .containsExactly("accuracy", "brier", "mae", "coverage_p10_p90");
    assertThat(CardMetric.headlines(figures, 2))
        .extracting(CardMetric::key)
        .containsExactly("accuracy", "mae");
  }
}
