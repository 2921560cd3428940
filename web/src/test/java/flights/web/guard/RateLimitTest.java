package flights.web.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitTest {

  private long nanos = 17;
  private final RateLimit limit = new RateLimit(10, () -> nanos);

  @Test
  void twoSecondsWorthMayComeAtOnceAndNoMore() {
    assertThat(taken("a", 20)).isEqualTo(20);
    assertThat(limit.take("a")).isFalse();
    assertThat(limit.take("b")).isTrue();
  }

  @Test
  void timeFillsItAgainAtItsRate() {
    taken("a", 30);
    nanos += Duration.ofSeconds(1).toNanos();

    assertThat(taken("a", 30)).isBetween(9, 10);
  }

  @Test
  void zeroIsNoLimit() {
    assertThat(IntStream.range(0, 1000).allMatch(i -> new RateLimit(0).take("a"))).isTrue();
  }

  private int taken(String client, int tries) {
    return (int) IntStream.range(0, tries).filter(i -> limit.take(client)).count();
  }
}
