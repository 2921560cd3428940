package flights.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import flights.core.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SelfCheckTest {

  /** Two threads, each with the lock that the other waits for. */
  static final class Deadlocked {

    public static void main(String[] args) {
      Object one = new Object();
      Object other = new Object();
      CountDownLatch both = new CountDownLatch(2);
      new Thread(() -> take(one, other, both), "first").start();
      new Thread(() -> take(other, one, both), "second").start();
      ChildProcess.beginServing(Settings.of(Map.of()));
    }

    private static void take(Object mine, Object yours, CountDownLatch both) {
      synchronized (mine) {
        both.countDown();
        try {
          both.await();
        } catch (InterruptedException e) {
          return;
        }
        synchronized (yours) {
          System.out.println("cannot be");
        }
      }
    }
  }

  @Test
  void aProcessWhoseThreadsWaitForEachOtherSaysSoAndEnds() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Deadlocked.class.getName())
            .redirectErrorStream(true)
            .start();

    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("these threads wait for each other for ever: ")
        .contains("first")
        .contains("second");
    assertThat(process.waitFor()).isEqualTo(82);
  }
}
