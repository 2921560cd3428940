package flights.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CollectionShareTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final CollectionShare share = new CollectionShare(Duration.ofSeconds(60));

  @Test
  void nothingIsSaidBeforeAWholePeriodHasPassed() {
    for (int second = 0; second < 60; second++) {
      assertThat(share.at(second * SECOND, second * 1000L)).isZero();
    }
    assertThat(share.at(60 * SECOND, 60_000)).isEqualTo(1);
  }

  @Test
  void onlyTheLatestPeriodCounts() {
    double latest = 0;
    for (int second = 0; second <= 300; second += 5) {
      // Idle for two minutes, then nine tenths of each second.
      latest = share.at(second * SECOND, Math.max(0, second - 120) * 900L);
      if (second <= 120) {
        assertThat(latest).isZero();
      }
    }
    assertThat(latest).isCloseTo(0.9, within(1e-9));
  }

  @Test
  void aShortBurstIsNoTrouble() {
    double most = 0;
    for (int second = 0; second <= 300; second += 5) {
      most = Math.max(most, share.at(second * SECOND, second < 100 ? 0 : 20_000));
    }
    assertThat(most).isLessThan(0.5);
  }
}
