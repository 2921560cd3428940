package flights.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {

  @TempDir Path folder;
  private Path file;
  private ProcessTable table;
  private Child child;

  @BeforeEach
  void table() {
    file = folder.resolve("run").resolve("processes.json");
    table = new ProcessTable(file);
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (child != null) {
      child.stop();
      child.awaitStopped(Instant.now().plusSeconds(5));
    }
  }

  @Test
  void aProcessThatIsKilledIsStartedAgainAndTheCauseIsTold() {
    child = child("sleep 600");
    child.keepRunning();
    long first = awaitPid(0);

    ProcessHandle.of(first).orElseThrow().destroyForcibly();

    await().untilAsserted(() -> assertThat(state().cause()).startsWith("was killed by signal 9"));
    long second = awaitPid(first);
    assertThat(state().restarts()).isEqualTo(1);
    assertThat(ProcessHandle.of(second).orElseThrow().isAlive()).isTrue();
  }

  @Test
  void theLastWordsOfAProcessThatFailsAreTheCause() throws Exception {
    child = child("echo starting; echo no disk left; exit 3");

    assertThat(child.runOnce()).isEqualTo(3);
    assertThat(state().cause()).isEqualTo("ended with exit code 3: no disk left");
    assertThat(state().running()).isFalse();
  }

  @Test
  void aStoppedProcessIsNotStartedAgain() throws Exception {
    child = child("sleep 600");
    child.keepRunning();
    long pid = awaitPid(0);

    child.stop();
    child.awaitStopped(Instant.now().plusSeconds(5));

    assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)).isFalse();
    assertThat(state().cause()).isEqualTo("stopped");
  }

  @Test
  void aProcessThatDoesNotListenIsEndedByForce() throws Exception {
    child = child("trap '' TERM; echo deaf; while :; do sleep 1; done");
    child.keepRunning();
    long pid = awaitPid(0);

    child.stop();
    child.awaitStopped(Instant.now());

    await().until(() -> !ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
  }

  private Child child(String script) {
    return new Child("worker", List.of("bash", "-c", script), Map.of(), table);
  }

  private long awaitPid(long before) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> table.get("worker").filter(s -> s.running() && s.pid() != before).isPresent());
    return state().pid();
  }

  private ProcessState state() {
    return ProcessTable.read(file).get(0);
  }
}
