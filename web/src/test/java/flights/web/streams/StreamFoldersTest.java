package flights.web.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flights.core.streams.StatementFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StreamFoldersTest {

  private static final StreamFolders INSTALLED =
      new StreamFolders(new StatementFolders(Path.of("..", "resources", "streams")));

  private static final String PAGE =
      """
      title: Visits
      collection: visits
      newest: at
      columns: {id: Id, at: Time}
      verdict: {column: kind, values: [odd, usual], stands_out: odd}
      count_by: [town]
      """;

  @TempDir Path root;

  static Stream<String> installed() {
    return INSTALLED.names().stream();
  }

  /** Else the page would show empty columns of a collection that nobody writes. */
  @ParameterizedTest
  @MethodSource("installed")
  void whatComesWithTheProgramIsInItsStatements(String name) throws IOException {
    ResultPage page = INSTALLED.page(name).orElseThrow();
    StringBuilder statements = new StringBuilder();
    try (var files = Files.newDirectoryStream(Path.of("../resources/streams", name), "*.sql")) {
      for (Path file : files) {
        statements.append(Files.readString(file));
      }
    }

    String[] words = statements.toString().split("\\W+");
    if (page.collection() != null) {
      assertThat(words)
          .contains(page.collection(), page.newest(), page.verdict().column())
          .containsAll(page.columns().keySet())
          .containsAll(page.countBy());
    }
    SeriesPage series = page.series();
    assertThat(page.collection() != null || series != null).isTrue();
    if (series != null) {
      assertThat(words)
          .contains(series.collection(), series.by(), series.at(), series.value())
          .contains(series.mark().column(), series.statistics().collection())
          .contains(series.forecasts().collection(), series.forecasts().column())
          .contains(series.forecasts().probability())
          .containsAll(series.statistics().columns().keySet());
    }
  }

  @Test
  void aQueryBelongsToTheFolderWhoseStatementsMakeIt() throws IOException {
    write("shop/all.sql", "CREATE STREAM visits (id INT);\ncreate table `Odd` AS SELECT 1");
    StreamFolders folders = new StreamFolders(new StatementFolders(root));

    write("descriptors/report.proto", "");

    assertThat(folders.names()).containsExactly("shop");
    assertThat(folders.of("odd")).isEqualTo("shop");
    assertThat(folders.of("visits_insert2")).isEqualTo("shop");
    assertThat(folders.of("others")).isNull();
    assertThat(folders.page("shop")).isEmpty();
    assertThat(new StreamFolders(new StatementFolders(root.resolve("nothing"))).names()).isEmpty();
  }

  @Test
  void aPageIsRead() throws IOException {
    write("shop/page.yaml", PAGE);

    ResultPage page = new StreamFolders(new StatementFolders(root)).page("shop").orElseThrow();

    assertThat(page.columns().keySet()).containsExactly("id", "at");
    assertThat(page.standsOut("odd")).isTrue();
    assertThat(page.heading("first_town")).isEqualTo("first town");
  }

  @ParameterizedTest
  @CsvSource({
    "'collection: visits', '', collection is missing",
    "'{id: Id, at: Time}', '{}', columns must be 1 to 20",
    "'stands_out: odd', 'stands_out: none', verdict.stands_out must be one of",
    "'newest: at', 'newst: at', newest is missing",
    "'title: Visits', 'title: [', page.yaml cannot be used",
    "'[town]', '[a, b, c, d, e]', count_by needs verdict"
  })
  void aPageThatCannotBeUsedIsNamed(String before, String after, String said) throws IOException {
    write("shop/page.yaml", PAGE.replace(before, after));

    assertThatThrownBy(() -> new StreamFolders(new StatementFolders(root)).page("shop"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("resources/streams/shop/page.yaml cannot be used: ")
        .hasMessageContaining(said);
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
