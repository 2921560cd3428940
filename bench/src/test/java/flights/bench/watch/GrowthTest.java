package flights.bench.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GrowthTest {

  @Test
  void theRiseIsThatOfTheLineWhateverTheReadingsJumpAbout() {
    assertThat(Growth.rise(readings(x -> 100 + 2 * x))).isCloseTo(198, within(1e-6));
    assertThat(Growth.rise(readings(x -> 100 + (x % 2 == 0 ? 5 : -5)))).isCloseTo(0, within(1.0));
  }

  @Test
  void theWarmUpDoesNotCount() {
    List<double[]> readings = readings(x -> x < 30 ? x : 30);

    assertThat(Growth.rise(Growth.settled(readings))).isZero();
  }

  @Test
  void growthIsMoreThanATwentiethAndMoreThanChance() {
    assertThat(Growth.grows(20, 100, 16)).isTrue();
    assertThat(Growth.grows(20, 1_000, 16)).isFalse();
    assertThat(Growth.grows(10, 100, 16)).isFalse();
    assertThat(Growth.grows(50, 100, Double.NaN)).as("it may").isFalse();
  }

  private static List<double[]> readings(DoubleUnaryOperator value) {
    return IntStream.range(0, 100).mapToObj(x -> new double[] {x, value.applyAsDouble(x)}).toList();
  }
}
