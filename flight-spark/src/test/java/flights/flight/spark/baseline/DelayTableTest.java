package flights.flight.spark.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class DelayTableTest {

  @Test
  void countsNeighbouringMinutesWithFallingWeight() {
    double[][] counts = new double[9][2];
    counts[4] = new double[] {8, 0};
    counts[6] = new double[] {0, 4};
    double[] prior = {9 / 14.0, 5 / 14.0};
    double[][] shares = DelayTable.smooth(counts);
    // At minute 5 both are one minute away: 3/4 of 8, and 3/4 of 4.
    assertThat(shares[5][0]).isCloseTo((6 + prior[0]) / (6 + 3 + 1), within(1e-12));
    // At minute 8 the second is two away: 1/2 of 4; the first is out of reach.
    assertThat(shares[8][1]).isCloseTo((2 + prior[1]) / (2 + 1), within(1e-12));
    assertThat(shares[0][0]).isCloseTo(prior[0], within(1e-12));
  }

  @Test
  void neverCallsAClassImpossible() {
    double[][] counts = new double[DelayTable.MINUTES][3];
    counts[60] = new double[] {1_000, 0, 0};
    for (double[] shares : DelayTable.smooth(counts)) {
      assertThat(shares).doesNotContain(0.0);
      assertThat(DoubleStream.of(shares).sum()).isCloseTo(1, within(1e-12));
    }
  }
}
