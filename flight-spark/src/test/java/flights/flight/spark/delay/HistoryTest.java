package flights.flight.spark.delay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistoryTest {

  @Test
  void keepsEverySumWhileItGrows() {
    History history = new History();
    for (int key = 1; key <= 10_000; key++) {
      history.add(key, HistorySum.GAIN, key);
    }
    for (int key = 1; key <= 10_000; key++) {
      assertThat(history.sum(key, HistorySum.GAIN)).isEqualTo(key);
    }
    assertThat(history.sum(10_001, HistorySum.GAIN)).isZero();
  }

  @Test
  void forgetsTimetablesFasterThanResults() {
    History history = new History();
    history.add(7, HistorySum.GAIN, 8);
    history.add(7, HistorySum.DURATION, 8);
    history.fade(0.5, 0.25);
    assertThat(history.sum(7, HistorySum.GAIN)).isEqualTo(4);
    assertThat(history.sum(7, HistorySum.DURATION)).isEqualTo(2);
  }

  @Test
  void keepsNothingOfWhatHasNoKey() {
    History history = new History();
    history.add(Keys.NONE, HistorySum.GAIN, 8);
    assertThat(history.sum(Keys.NONE, HistorySum.GAIN)).isZero();
  }
}
