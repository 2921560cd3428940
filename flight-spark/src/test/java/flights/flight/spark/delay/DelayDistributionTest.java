package flights.flight.spark.delay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class DelayDistributionTest {

  private final Spread normal =
      Spread.of(DoubleStream.generate(new Random(1)::nextGaussian).limit(100_000).toArray());
  private final DelayDistribution lines = DelayDistribution.ofLines(new double[0], 10, 20, normal);
  private final DelayDistribution later = lines.with(new double[] {-0.5, -0.4, 0, 0.3, 0.8, 1.2});

  @Test
  void isCertainToArrive() {
    assertThat(Arrays.stream(lines.intervals()).sum()).isCloseTo(1, within(1e-9));
    assertThat(Arrays.stream(later.intervals()).sum()).isCloseTo(1, within(1e-9));
    assertThat(Arrays.stream(later.probabilities()).sum()).isCloseTo(1, within(1e-9));
  }

  @Test
  void quantilesAgreeWithTheIntervals() {
    double below = 0;
    for (int i = 0; i < Interval.COUNT - 1; i++) {
      below += later.intervals()[i];
      assertThat(later.quantile(below)).isCloseTo(Interval.end(i), within(0.5));
    }
    for (double level = 0.01; level < 0.98; level += 0.01) {
      assertThat(later.quantile(level)).isLessThanOrEqualTo(later.quantile(level + 0.01));
    }
  }

  @Test
  void reachesALimitAsOftenAsTheIntervalsAboveIt() {
    double[] intervals = later.intervals();
    assertThat(later.reaches(15)).isCloseTo(sum(intervals, 3), within(1e-9));
    assertThat(later.reaches(60)).isCloseTo(sum(intervals, 5), within(1e-9));
    assertThat(later.reaches(45)).isBetween(later.reaches(46), later.reaches(44));
    assertThat(later.reaches(-500)).isCloseTo(1, within(1e-9));
  }

  private static double sum(double[] intervals, int from) {
    return Arrays.stream(intervals, from, intervals.length).sum();
  }

  @Test
  void theMeanIsThatOfTheQuantiles() {
    assertThat(lines.expected()).isCloseTo(10, within(0.3));
    double mean =
        DoubleStream.iterate(0.0005, level -> level + 0.001)
            .limit(1000)
            .map(later::quantile)
            .average()
            .orElseThrow();
    assertThat(later.expected()).isCloseTo(mean, within(0.5)).isGreaterThan(12);
    assertThat(later.ofLines().expected()).isEqualTo(lines.expected());
  }
}
