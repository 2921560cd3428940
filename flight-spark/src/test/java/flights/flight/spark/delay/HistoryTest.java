package flights.flight.spark.delay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistoryTest {

  @Test
  void keepsEverySumWhileItGrows() {
    History history = new History();
    for (int key = 1; key <= 10_000; key++) {
      history.put(key, sums(key));
    }
    for (int key = 1; key <= 10_000; key++) {
      assertThat(history.sum(key, HistorySum.GAIN)).isEqualTo(key);
    }
    assertThat(history.sum(10_001, HistorySum.GAIN)).isZero();
  }

  @Test
  void knowsNothingOfWhatHasNoKey() {
    assertThat(new History().sum(Keys.NONE, HistorySum.GAIN)).isZero();
  }

  private static double[] sums(double gain) {
    double[] sums = new double[HistorySum.COUNT];
    sums[HistorySum.GAIN.index()] = gain;
    return sums;
  }
}
