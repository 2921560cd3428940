package flights.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The commands in the documents that a reader can type. */
final class DocumentedCommands {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final List<String> DOCUMENTS =
      List.of(
          "README.md",
          "CONTRIBUTING.md",
          "airflow/README.md",
          "docs/COMMANDS.md",
          "docs/OPERATIONS.md",
          "docs/TRAINING.md");

  /** An indented line that begins with a program, and those that it goes on with. */
  private static final Pattern COMMAND =
      Pattern.compile(
          "^ {4}(?:\\$ )?((?:[A-Z_]+=\\S+ )*(?:\\./flights|resources/|~/\\.cache/|curl|tar|cp|mvn|docker"
              + "|mongo\\w+|export)\\b(?:.*\\\\\\n)*.*)$",
          Pattern.MULTILINE);

  private DocumentedCommands() {}

  /** In their order, without what is told beside them. */
  static List<String> all() {
    return DOCUMENTS.stream().flatMap(DocumentedCommands::in).distinct().toList();
  }

  private static Stream<String> in(String document) {
    try {
      return COMMAND
          .matcher(Files.readString(ROOT.resolve(document)))
          .results()
          .map((MatchResult found) -> found.group(1).replaceAll("\\s+# .*", "").strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
