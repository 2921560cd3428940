package flights.flight.spark.delay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SpreadTest {

  private final Spread normal =
      Spread.of(DoubleStream.generate(new Random(1)::nextGaussian).limit(100_000).toArray());

  @Test
  void tellsProbabilities() {
    assertThat(normal.below(0)).isCloseTo(0.5, within(0.01));
    assertThat(normal.below(1)).isCloseTo(0.841, within(0.01));
    assertThat(normal.below(-8)).isBetween(0.0, 1e-4);
    assertThat(normal.below(Double.POSITIVE_INFINITY)).isEqualTo(1);
  }

  @Test
  void neverFalls() {
    double before = 0;
    for (double value = -6; value < 6; value += 0.01) {
      assertThat(normal.below(value)).isGreaterThanOrEqualTo(before);
      before = normal.below(value);
    }
  }

  @Test
  void tellsQuantiles() {
    assertThat(normal.quantile(0.1)).isCloseTo(-1.28, within(0.03));
    assertThat(normal.below(normal.quantile(0.9))).isCloseTo(0.9, within(1e-9));
  }

  @Test
  void allowsForResultsThatAreAllTheSame() {
    Spread same = Spread.of(new double[] {2, 2, 2});
    assertThat(same.below(1.9)).isLessThan(0.01);
    assertThat(same.below(2.1)).isGreaterThan(0.99);
  }
}
