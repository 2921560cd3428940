package flights.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents say can be typed is understood: the command, its options and their values. */
class CommandsInDocumentsTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** In a block of code, or within a sentence. */
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?m)^ {4}(?:\\$ )?(?:[A-Z_]+=\\S+ )*\\./flights ((?:[^\\n]*\\\\\\n)*[^\\n]*)$"
              + "|`(?:[A-Z_]+=\\S+ )*\\./flights ([^`\\n]+)`");

  /** What another program reads, or a shell goes on with. */
  private static final Pattern END = Pattern.compile(" +(?:#|\\||&&|;|>|2>|&$|\\(|\\.\\.\\.|─).*");

  private static final Pattern PLACEHOLDER = Pattern.compile("[A-Z][A-Z_-]*");
  private static final Map<String, String> VALUES =
      Map.of("DATE", "2026-01-31", "YYYY-MM-DD", "2026-01-31", "SHELL", "bash", "TIME", "30s");

  @Test
  void areUnderstood() throws IOException {
    Map<String, String> wrong = new TreeMap<>();
    int count = 0;
    for (Path document : documents()) {
      List<String> commands =
          COMMAND
              .matcher(Files.readString(document))
              .results()
              .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
              .map(text -> END.matcher(text.replace("\\\n", " ")).replaceAll("").strip())
              .toList();
      count += commands.size();
      for (String command : commands) {
        fault(command)
            .ifPresent(fault -> wrong.put(document.getFileName() + ": " + command, fault));
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(count).isGreaterThan(150);
  }

  private static Optional<String> fault(String command) {
    // Alternatives and repetitions, and what is given to Spark as it is.
    if (command.matches(".*[\\[|$*].*") || command.matches("spark .*|(bench )?[A-Z]+( .*)?")) {
      return Optional.empty();
    }
    List<String> words =
        Arrays.stream(command.split(" +(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"))
            .map(word -> word.replace("\"", ""))
            .filter(word -> !word.equals("--help") && !word.startsWith("-D"))
            .map(
                word -> PLACEHOLDER.matcher(word).matches() ? VALUES.getOrDefault(word, "1") : word)
            .toList();
    try {
      CommandLines.parse(FlightsCommand.class, words);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      // A sentence may name a command without what it needs.
      boolean isName =
          command.matches("[a-z ]+") && e.getMessage().matches("(Missing|there are).*");
      return isName ? Optional.empty() : Optional.of(e.getMessage());
    }
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
        Stream<Path> resources = Files.walk(ROOT.resolve("resources"))) {
      List<Path> own =
          List.of(
              ROOT.resolve("README.md"),
              ROOT.resolve("CONTRIBUTING.md"),
              ROOT.resolve("airflow/README.md"));
      return Stream.of(docs, resources, own.stream())
          .flatMap(files -> files)
          .filter(file -> file.toString().endsWith(".md"))
          .toList();
    }
  }
}
