package flights.core.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CommandsMainTest {

  private static final Path LIST = Path.of("../resources/commands.txt");

  @Test
  void theListOfCommandsIsPresent() throws IOException {
    assertThat(LIST)
        .as("to write it again: ./flights help -- >resources/commands.txt")
        .hasContent(CommandsMain.answer(List.of("help")));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void eachCommandHasHelpWithAnExample(String command) {
    String help = CommandsMain.answer(List.of((command + " --help").split(" ")));

    assertThat(help)
        .startsWith("Usage: ./flights " + command)
        .contains("-h, --help")
        .satisfiesAnyOf(
            it ->
                assertThat(it)
                    .containsPattern("Example:\\R  (\\w+=\\S+ |.*\\()?\\./flights " + command),
            it -> assertThat(it).contains("Commands:"));
    assertThat(CommandsMain.answer(List.of(("help " + command).split(" ")))).isEqualTo(help);
  }

  static Stream<String> commands() {
    return below(FlightsCommand.class, "");
  }

  private static Stream<String> below(Class<?> command, String name) {
    return CommandLines.below(command)
        .flatMap(
            each -> {
              String whole = name + CommandLines.name(each);
              return Stream.concat(Stream.of(whole), below(each, whole + " "));
            });
  }

  @Test
  void helpShowsDefaults() {
    assertThat(CommandsMain.answer(List.of("train", "--help")))
        .containsPattern("--seed=NUMBER .*\\R *Default: 42");
  }

  @ParameterizedTest
  @CsvSource({
    "trian, ./flights trian; did you mean train?",
    "bench wep, ./flights bench wep; did you mean web?",
    "help modles, ./flights modles; did you mean models?",
    "completion fish, no completion for fish"
  })
  void anUnknownCommandIsAnsweredWithTheClosestOne(String words, String message) {
    assertThatThrownBy(() -> CommandsMain.answer(List.of(words.split(" "))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aShellCompletesCommandsAndOptions() throws Exception {
    Path script = Files.createTempFile("completion", ".bash");
    try {
      Files.writeString(script, CommandsMain.answer(List.of("completion", "bash")));
      assertThat(completed(script, "tra")).containsExactly("train");
      assertThat(completed(script, "bench", "que")).containsExactly("questions");
      assertThat(completed(script, "train", "--no-"))
          .containsExactlyInAnyOrder("--no-baselines", "--no-promote");
    } finally {
      Files.delete(script);
    }
  }

  /** What bash offers for the last word. */
  private static List<String> completed(Path script, String... words) throws Exception {
    String asks =
        "source %s; COMP_WORDS=(flights %s); COMP_CWORD=%d; _complete_flights; printf '%%s\\n' ${COMPREPLY[@]}"
            .formatted(script, String.join(" ", words), words.length);
    Process bash =
        new ProcessBuilder("bash", "-c", asks)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new String(bash.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
        .lines()
        .map(String::strip)
        .toList();
  }
}
