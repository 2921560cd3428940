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
    new FlightDelayEstimator().setSmoothing(3).setMaxSamples(1000).write().save(path);
    FlightDelayEstimator read = FlightDelayEstimator.load(path);
    assertThat(read.getOrDefault(read.smoothing())).isEqualTo(3.0);
    assertThat(read.getOrDefault(read.maxSamples())).isEqualTo(1000);
    assertThat(read.getOrDefault(read.rounds())).isEqualTo(12);
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

  @Test
  void learnsTheSameFromAnyNumberOfPartitionsInAnyOrder() {
    var past = FlightsForTests.past();
    var requests = FlightsForTests.requests(FlightsForTests.request("AA", "2", "JFK", "ORD", 12.0));
    var one = new FlightDelayEstimator().setMaxSamples(3_000).fit(past.coalesce(1));
    var many =
        new FlightDelayEstimator()
            .setMaxSamples(3_000)
            .fit(past.orderBy("ArrDelay", "FlightNum").repartition(5));
    assertThat(many.transform(requests).collectAsList())
        .isEqualTo(one.transform(requests).collectAsList());
  }
}
