package flights.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class PaceTest {

  @Test
  void aStallPutsNothingOff() {
    List<Long> due = new ArrayList<>();
    new Pace(1_000, 0, 1)
        .keep(
            (dueNanos, measured) -> {
              due.add(dueNanos - (due.isEmpty() ? dueNanos : 0));
              if (due.size() == 10) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
              }
            });

    assertThat(due).hasSize(1_000);
    for (int i = 2; i < due.size(); i++) {
      assertThat(due.get(i) - due.get(i - 1)).isEqualTo(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }

  @Test
  void theWarmUpDoesNotCount() {
    Pace pace = new Pace(100, 1, 2);
    List<Boolean> counts = new ArrayList<>();

    pace.keep((dueNanos, measured) -> counts.add(measured));

    assertThat(counts).hasSize(300).startsWith(false).endsWith(true);
    assertThat(counts.stream().filter(it -> it)).hasSize((int) pace.measured());
  }
}
