package flights.workloads.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MariaDbServerIT {

  private static final Path STATEMENTS =
      Path.of("..", "resources", "streams", "bots", "database", "users.sql");

  @BeforeAll
  static void requireServer() {
    assumeTrue(MariaDbServer.isInstalled(), "there is no mariadbd: apt-get install mariadb-server");
  }

  @Test
  void whoeverWaitsIsToldThatTheServerHasDied(@TempDir Path folder) throws Exception {
    try (MariaDbServer server = MariaDbServer.start(folder, 0, STATEMENTS)) {
      long number = Long.parseLong(Files.readString(folder.resolve("mariadbd.pid")).strip());
      ProcessHandle.of(number).orElseThrow().destroyForcibly();

      assertThatThrownBy(server::awaitClosed)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "mariadbd has ended with exit code 137: see " + folder.resolve("mariadb.log"));
    }
    // What it holds survives, and an end in order is no error.
    MariaDbServer again = MariaDbServer.start(folder, 0, STATEMENTS);
    again.close();
    again.awaitClosed();
    assertThat(folder.resolve("data").resolve("demo")).isDirectory();
  }
}
