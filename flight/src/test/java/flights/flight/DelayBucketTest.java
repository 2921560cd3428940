package flights.flight;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DelayBucketTest {

  @ParameterizedTest
  @CsvSource({"-15.1, 0", "-15, 1", "-0.1, 1", "0, 2", "29.9, 2", "30, 3", "1000, 3"})
  void aBucketHoldsItsLowerBound(double minutes, int index) {
    assertThat(DelayBucket.of(minutes).index()).isEqualTo(index);
  }

  @Property
  void everyDelayHasTheBucketThatItsBoundsSay(
      @ForAll @DoubleRange(min = -500, max = 5000) double delay) {
    DelayBucket bucket = DelayBucket.of(delay);

    assertThat(delay).isLessThan(bucket.upperBound());
    if (bucket.index() > 0) {
      assertThat(delay).isGreaterThanOrEqualTo(DelayBucket.of(bucket.index() - 1).upperBound());
    }
  }
}
