package flights.flight.spark.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReplayClockTest {

  private static final Instant BEGIN = Instant.parse("2013-07-01T08:00:00Z");

  private final AtomicLong nanos = new AtomicLong(12345);
  private final ReplayClock clock = new ReplayClock(BEGIN, 60, nanos::get);

  @Test
  void itRunsAtItsSpeed() {
    passes(2);
    assertThat(clock.now()).isEqualTo(BEGIN.plusSeconds(120));

    clock.change(0.5);
    passes(2);
    assertThat(clock.now()).isEqualTo(BEGIN.plusSeconds(180));
  }

  @Test
  void whileItIsPausedNoTimePasses() {
    passes(1);
    clock.pause(true);
    passes(100);
    assertThat(clock.now()).isEqualTo(BEGIN.plusSeconds(60));

    clock.pause(false);
    passes(1);
    assertThat(clock.now()).isEqualTo(BEGIN.plusSeconds(120));
  }

  @Test
  void whatIsDueIsNotWaitedFor() throws InterruptedException {
    assertThat(clock.await(BEGIN.minusSeconds(1))).isTrue();
    passes(1);
    assertThat(clock.await(BEGIN.plusSeconds(60))).isTrue();
  }

  @Test
  void whoWaitsIsTold() throws Exception {
    CompletableFuture<Boolean> waiting = waiting(BEGIN.plus(Duration.ofDays(100)));
    clock.stop();
    assertThat(waiting.get(1, TimeUnit.MINUTES)).isFalse();
  }

  @Test
  void aPauseHoldsBackWhatIsDueToo() throws Exception {
    ReplayClock quick = new ReplayClock(BEGIN, 0, System::nanoTime);
    assertThat(quick.await(BEGIN.plus(Duration.ofDays(100)))).isTrue();
    quick.pause(true);
    CompletableFuture<Boolean> waiting = new CompletableFuture<>();
    Thread thread = new Thread(() -> complete(quick, BEGIN, waiting));
    thread.start();
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    assertThat(waiting).isNotDone();
    quick.pause(false);
    assertThat(waiting.get(1, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void keysChangeIt() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ReplayKeys keys = new ReplayKeys(clock, new PrintStream(said, true, StandardCharsets.UTF_8));

    keys.follow(new StringReader("++\n-\np\nx\n"));

    assertThat(clock.speed()).isEqualTo(120);
    assertThat(clock.paused()).isTrue();
    assertThat(said.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("speed 120.00", "speed 240.00", "speed 120.00", "paused", ReplayKeys.HELP);
    keys.follow(new StringReader("p\nq\n"));
    assertThat(clock.paused()).isFalse();
  }

  private CompletableFuture<Boolean> waiting(Instant time) {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    new Thread(() -> complete(clock, time, done)).start();
    return done;
  }

  private static void complete(ReplayClock clock, Instant time, CompletableFuture<Boolean> result) {
    try {
      result.complete(clock.await(time));
    } catch (InterruptedException e) {
      result.completeExceptionally(e);
    }
  }

  private void passes(int seconds) {
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }
}
