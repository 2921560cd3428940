package flights.predictor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BrokenStreamTest {

  @Test
  void lostRequestsAreToldWithTheWayOut() {
    Exception failure =
        new IllegalStateException(
            "Job aborted: org.apache.kafka.clients.consumer.OffsetOutOfRangeException: Fetch\n\tat x");

    assertThat(BrokenStream.words(failure, "file:/checkpoint"))
        .contains("file:/checkpoint")
        .contains("./flights reset")
        .doesNotContain("\n");
  }

  @Test
  void anyOtherFaultIsToldByTheFirstLineOfItsRoot() {
    Exception failure =
        new IllegalStateException("Job aborted", new IllegalStateException("no disk left\n\tat x"));

    assertThat(BrokenStream.words(failure, "c")).isEqualTo("the stream has broken: no disk left");
  }
}
