package flights.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class QuantileSketchTest {

  @Test
  void everyQuantileIsRightToOnePartInAHundred() {
    double[] numbers =
        new Random(5)
            .doubles(5_000)
            .map(x -> Math.signum(x - 0.4) * Math.exp(20 * x - 8))
            .toArray();
    QuantileSketch sketch = sketch(numbers);
    double[] sorted = DoubleStream.of(numbers).sorted().toArray();
    for (double share : new double[] {0, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 1}) {
      double right = sorted[(int) (share * (sorted.length - 1))];
      assertThat(sketch.quantile(share)).isCloseTo(right, within(0.0101 * Math.abs(right)));
    }
  }

  @Test
  void twoPartsAreAsGoodAsTheWhole() {
    QuantileSketch left = sketch(1, 2, 3, 0);
    left.merge(sketch(-4, 5, 6));
    QuantileSketch whole = sketch(6, 5, -4, 3, 2, 1, 0);
    for (double share = 0; share <= 1; share += 0.1) {
      assertThat(left.quantile(share)).isEqualTo(whole.quantile(share));
    }
    assertThat(left.quantile(0)).isCloseTo(-4, within(0.04));
  }

  @Test
  void ofNothingThereIsNone() {
    assertThat(new QuantileSketch().quantile(0.5)).isNaN();
    assertThat(sketch(0, 0, 1e-13).quantile(0.9)).isZero();
  }

  private static QuantileSketch sketch(double... numbers) {
    QuantileSketch sketch = new QuantileSketch();
    DoubleStream.of(numbers).forEach(sketch::add);
    return sketch;
  }
}
