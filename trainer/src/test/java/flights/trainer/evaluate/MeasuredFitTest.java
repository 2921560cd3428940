package flights.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeasuredFitTest {

  private static final int BYTES = 64 << 20;

  @Test
  void tellsTheMostMemoryAndGivesWhatWasFitted() {
    MeasuredFit<Integer> measured = MeasuredFit.of(() -> new byte[BYTES].length);
    assertThat(measured.value()).isEqualTo(BYTES);
    assertThat(measured.cost().peakBytes()).isGreaterThan(BYTES);
    assertThat(measured.cost().seconds()).isBetween(0.0, 60.0);
  }
}
