package flights.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchdogTest {

  private static final Watchdog.Limits SHORT =
      new Watchdog.Limits(Duration.ZERO, Duration.ofHours(1), Duration.ofMillis(10));

  @TempDir Path folder;
  private ProcessTable table;
  private Child child;
  private Watchdog watchdog;
  private final AtomicInteger asked = new AtomicInteger();

  @BeforeEach
  void start() {
    table = new ProcessTable(folder.resolve("processes.json"));
    child = new Child("worker", List.of("sleep", "600"), Map.of(), table);
    child.keepRunning();
  }

  @AfterEach
  void stop() throws InterruptedException {
    watchdog.close();
    child.stop();
    child.awaitStopped(Instant.now().plusSeconds(5));
  }

  @Test
  void aProcessThatDoesNotAnswerAnyMoreIsStartedAgainAndTheReasonIsTold() {
    watchdog = watchdog(SHORT, pid -> asked.incrementAndGet() == 1);

    await().until(() -> state().restarts() == 1 && state().running());

    assertThat(state().cause()).isEqualTo("answered nobody for 0 s");
    assertThat(asked.get()).as("once is no proof").isGreaterThan(3);
  }

  @Test
  void oneThatStartsHasMoreTime() {
    watchdog = watchdog(SHORT, pid -> asked.incrementAndGet() < 0);

    await().until(() -> asked.get() > 20);

    assertThat(state().restarts()).isZero();
  }

  @Test
  void oneThatNeverStartsIsStartedAgain() {
    watchdog =
        watchdog(
            new Watchdog.Limits(Duration.ofHours(1), Duration.ZERO, Duration.ofMillis(10)),
            pid -> false);

    await().until(() -> state().restarts() > 0);
  }

  @Test
  void oneThatAnswersAgainInTimeStays() {
    watchdog = watchdog(SHORT, pid -> asked.incrementAndGet() % 3 != 0);

    await().until(() -> asked.get() > 30);

    assertThat(state().restarts()).isZero();
  }

  @Test
  void aQuestionThatCannotBeAskedIsOneThatIsNotAnswered() {
    watchdog =
        watchdog(
            SHORT,
            pid -> {
              if (asked.incrementAndGet() > 1) {
                throw new IllegalStateException("no connection");
              }
              return true;
            });

    await().until(() -> state().restarts() > 0);
  }

  private Watchdog watchdog(Watchdog.Limits limits, Watchdog.Question question) {
    return Watchdog.start(child, question, limits);
  }

  private ProcessState state() {
    return table.get("worker").orElseThrow();
  }
}
