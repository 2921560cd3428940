package flights.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

  @Test
  void eachPauseIsTwiceTheOneBeforeUpToTheLongest() {
    Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(5));

    assertThat(backoff.begin()).isEqualTo(Duration.ofSeconds(1));
    assertThat(backoff.begin()).isEqualTo(Duration.ofSeconds(2));
    assertThat(backoff.begin()).isEqualTo(Duration.ofSeconds(4));
    assertThat(backoff.begin()).isEqualTo(Duration.ofSeconds(5));
    assertThat(backoff.begin()).isEqualTo(Duration.ofSeconds(5));

    backoff.reset();

    assertThat(backoff.begin()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void aPauseLastsUntilItsTimeIsOver() {
    assertThat(new Backoff(Duration.ofHours(1), Duration.ofHours(1)).isOver()).isTrue();

    Backoff backoff = new Backoff(Duration.ofHours(1), Duration.ofHours(1));
    backoff.begin();

    assertThat(backoff.isOver()).isFalse();
  }
}
