package flights.predictor.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BrokenStreamTest {

  private static final Path CHECKPOINT = Path.of("var", "checkpoints", "flight-delay");

  @Test
  void lostRequestsAreToldWithTheWayOut() {
    Exception failure =
        new IllegalStateException(
            "Job aborted: org.apache.kafka.clients.consumer.OffsetOutOfRangeException: Fetch\n\tat x");

    BrokenStream broken = BrokenStream.because(failure, CHECKPOINT);

    assertThat(broken)
        .hasMessageContaining(CHECKPOINT.toString())
        .hasMessageContaining("delete that folder");
    assertThat(broken.getMessage()).doesNotContain("\n");
    assertThat(broken.isLasting()).isTrue();
  }

  @Test
  void anyOtherFaultIsToldByTheFirstLineOfItsRoot() {
    Exception failure =
        new IllegalStateException("Job aborted", new IllegalStateException("no disk left\n\tat x"));

    BrokenStream broken = BrokenStream.because(failure, CHECKPOINT);

    assertThat(broken).hasMessage("the stream has broken: no disk left");
    assertThat(broken.isLasting()).isFalse();
  }
}
