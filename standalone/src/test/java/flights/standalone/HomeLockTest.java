package flights.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import flights.core.process.ProcessLock;
import flights.core.settings.Home;
import flights.core.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {

  private static final Duration AT_ONCE = Duration.ZERO;

  @TempDir Path folder;
  private Home home;

  /** A process that has the role that is named, until it is ended. */
  static final class Holder {

    public static void main(String[] args) throws Exception {
      try (ProcessLock lock = ProcessLock.take(Path.of(args[0])).orElseThrow()) {
        Thread.sleep(Duration.ofMinutes(5).toMillis());
      }
    }
  }

  @BeforeEach
  void home() {
    home = settings(Map.of()).home();
  }

  @Test
  void aHomeThatNobodyServesIsFree() throws Exception {
    assertThat(HomeLock.isHeld(home)).isFalse();
    HomeLock.take(settings(Map.of())).close();
    assertThat(HomeLock.isHeld(home)).isFalse();
    HomeLock.take(settings(Map.of())).close();
  }

  @Test
  void whatAnEarlierStartHasLeftIsNamedWhenItDoesNotEnd() throws Exception {
    Process left = hold(Processes.WEB);
    try {
      assertThatThrownBy(() -> HomeLock.take(settings(Map.of()), AT_ONCE))
          .isInstanceOf(StartException.class)
          .hasMessageContaining("is still used by web (process " + left.pid() + ")")
          .hasMessageContaining("FLIGHTS_HOME");
      assertThat(HomeLock.isHeld(home)).isFalse();
    } finally {
      left.destroyForcibly().waitFor();
    }
  }

  @Test
  void whatAnEarlierStartHasLeftIsWaitedFor() throws Exception {
    Process left = hold(Processes.STORE);
    var unused = left.onExit();
    new ProcessBuilder("sh", "-c", "sleep 1; kill -9 " + left.pid()).start();

    HomeLock.take(settings(Map.of()), Duration.ofMinutes(1)).close();

    // A process gives its locks back a moment before it has ended.
    await().until(() -> !left.isAlive());
  }

  @Test
  void aStoreByHandIsNobodysLeftOverWhereAnotherIsUsed() throws Exception {
    Process store = hold(Processes.STORE);
    try {
      HomeLock.take(settings(Map.of("MONGODB_URI", "mongodb://127.0.0.1:27017")), AT_ONCE).close();
    } finally {
      store.destroyForcibly().waitFor();
    }
  }

  private Settings settings(Map<String, String> more) {
    Map<String, String> all = new java.util.HashMap<>(more);
    all.put("FLIGHTS_HOME", folder.toString());
    return Settings.of(all);
  }

  private Process hold(String role) throws IOException {
    Path file = home.lock(role);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                file.toString())
            .inheritIO()
            .start();
    await().until(() -> ProcessLock.holder(file).equals(String.valueOf(process.pid())));
    return process;
  }
}
