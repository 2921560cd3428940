package flights.flight.spark.delay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LeastSquaresTest {

  @Test
  void findsTheLine() {
    Random random = new Random(1);
    double[][] rows = new double[1000][];
    for (int i = 0; i < rows.length; i++) {
      double x = random.nextGaussian();
      rows[i] = new double[] {1000 + x, x + random.nextGaussian(), 5};
    }
    LeastSquares squares =
        new LeastSquares((i, row) -> System.arraycopy(rows[i], 0, row, 0, 3), rows.length, 3);
    Line line = squares.fit(i -> 3 * rows[i][0] - 2 * rows[i][1] + 7);
    assertThat(line.at(new double[] {1001, 4, 5})).isCloseTo(3002, within(0.01));
    assertThat(line.weights()[2]).isZero();
  }
}
