package flights.flight.spark.delay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import flights.testing.SparkForTests;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightDelayEstimatorTest {

  @BeforeAll
  static void startSpark() {
    SparkForTests.session();
  }

  @Test
  void isReadBackWithItsParams(@TempDir Path folder) throws IOException {
    String path = folder.resolve("estimator").toString();
    new FlightDelayEstimator().setHalfLifeDays(30).setMaxSamples(1000).write().save(path);
    FlightDelayEstimator read = FlightDelayEstimator.load(path);
    assertThat(read.getOrDefault(read.halfLifeDays())).isEqualTo(30.0);
    assertThat(read.getOrDefault(read.maxSamples())).isEqualTo(1000);
    assertThat(read.getOrDefault(read.blockDays())).isEqualTo(7);
  }

  @Test
  void refusesAnEmptyPast() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FlightDelayEstimator().fit(FlightsForTests.past().limit(0)))
        .withMessageContaining("no flight");
  }

  @Test
  void learnsFromASingleDay() {
    var day = FlightsForTests.past().where("FlightDate = '2013-01-05'");
    assertThat(new FlightDelayEstimator().fit(day).transform(day).count()).isEqualTo(60);
  }
}
