package flights.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import flights.core.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParentWatchTest {

  /** A process that would never end by itself, nor in order. */
  static final class Stubborn {

    public static void main(String[] args) throws InterruptedException {
      Runtime.getRuntime().addShutdownHook(new Thread(Stubborn::waitForEver));
      ChildProcess.beginServing(Settings.of(Map.of("FLIGHTS_PARENT", args[0])));
      System.out.println("started");
      waitForEver();
    }

    private static void waitForEver() {
      try {
        Thread.sleep(Duration.ofMinutes(5).toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void aProcessEndsSoonAfterItsParent() throws Exception {
    Process parent = new ProcessBuilder("sleep", "300").start();
    Process child = start(parent.pid());
    try {
      assertThat(child.inputReader().readLine()).isEqualTo("started");
      parent.destroyForcibly();

      await().atMost(Duration.ofSeconds(2)).until(() -> !child.isAlive());
    } finally {
      child.destroyForcibly();
    }
  }

  @Test
  void aProcessWhoseParentIsGoneDoesNotBegin() throws Exception {
    Process parent = new ProcessBuilder("true").start();
    parent.waitFor();

    assertThat(start(parent.pid()).waitFor()).isEqualTo(1);
  }

  @Test
  void aParentThatNobodyHasAskedForItsCodeIsGone() throws Exception {
    // The shell becomes a sleep that does not know of its child, which ends at once.
    Process shell = new ProcessBuilder("sh", "-c", "sleep 0.01 & exec sleep 300").start();
    try {
      await().until(() -> shell.children().findAny().isPresent());
      List<ProcessHandle> ended = shell.children().toList();

      await().until(() -> ended.stream().allMatch(ParentWatch::isGone));
    } finally {
      shell.destroyForcibly();
    }
  }

  private static Process start(long parent) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Stubborn.class.getName(),
            String.valueOf(parent))
        .redirectErrorStream(true)
        .start();
  }
}
