package flights.sql;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flights.sql.statement.SqlFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file in {@code bad} has in its first line, a comment, how its message begins. */
class BadStatementsIT {

  private static final Path FOLDER = Path.of("src", "test", "resources", "bad");

  @TempDir static Path home;
  private static SqlTestSystem system;

  @BeforeAll
  static void open() {
    system = new SqlTestSystem(home);
    system.promote("v1", 100);
  }

  @AfterAll
  static void close() {
    system.close();
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void theMessageNamesThePlaceAndTheWayOut(Path file) throws Exception {
    String text = Files.readString(file);
    String expected = text.lines().findFirst().orElseThrow().substring("-- ".length());
    Script script = new Script(system.settings, SqlTestSystem.spark(), System.out);

    assertThatThrownBy(() -> script.read(file.getFileName().toString(), text))
        .isInstanceOf(SqlFault.class)
        .hasMessageStartingWith(expected);
  }
}
