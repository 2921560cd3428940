package flights.core.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementFoldersTest {

  @TempDir Path root;
  private StatementFolders folders;

  @BeforeEach
  void makeFolders() throws IOException {
    for (String file : List.of("bots/b.sql", "bots/a.sql", "bots/page.yaml", "weather/README.md")) {
      Files.createDirectories(root.resolve(file).getParent());
      Files.createFile(root.resolve(file));
    }
    folders = new StatementFolders(root);
  }

  @Test
  void filesAreReadInTheirOrder() {
    assertThat(folders.names()).containsExactly("bots");
    assertThat(folders.require(List.of("bots")))
        .containsExactly(root.resolve("bots/a.sql"), root.resolve("bots/b.sql"));
    assertThat(folders.require(List.of())).isEmpty();
  }

  @Test
  void aWrongNameIsToldWithTheNearestRightOne() {
    assertThatThrownBy(() -> folders.require(List.of("bots", "bot")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "FLIGHTS_STREAMS: there is no folder "
                + root.resolve("bot")
                + "; there are: bots; did you mean bots?");
    assertThatThrownBy(() -> folders.require(List.of("weather")))
        .hasMessage(
            "FLIGHTS_STREAMS: there is no file .sql in "
                + root.resolve("weather")
                + "; there are: bots");
  }

  @Test
  void withoutFoldersThereAreNoNames() {
    StatementFolders none = new StatementFolders(root.resolve("gone"));

    assertThat(none.names()).isEmpty();
    assertThatThrownBy(() -> none.require(List.of("bots"))).hasMessageEndingWith("bots");
  }
}
