package flights.core.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flights.core.command.BenchCommands.BenchCostCommand;
import flights.core.command.BenchCommands.BenchServeCommand;
import flights.core.command.ModelCommands.ModelsCommand;
import flights.core.command.ModelCommands.ModelsPromoteCommand;
import flights.core.command.ModelCommands.PredictCommand;
import flights.core.command.ModelCommands.TrainCommand;
import flights.core.command.StreamCommands.DemoBotsCommand;
import flights.core.command.StreamCommands.DemoSalesCommand;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLinesTest {

  @Test
  void wordsAreReadByTheInterfaceOfTheCommand() {
    TrainCommand read =
        CommandLines.read(TrainCommand.class, "--data", "a b", "sentiment", "--promote");

    assertThat(read.name()).hasValue("sentiment");
    assertThat(read.data()).hasValue("a b");
    assertThat(read.promote()).isTrue();
  }

  @Test
  void whatIsNotGivenHasItsDefault() {
    assertThat(CommandLines.read(TrainCommand.class).data()).isEmpty();
    assertThat(CommandLines.read(TrainCommand.class).seed()).isEqualTo(42);
    assertThat(CommandLines.read(PredictCommand.class).names()).isEmpty();
    assertThat(CommandLines.read(BenchCostCommand.class).rates()).containsExactly(50, 200, 800);
  }

  @Test
  void timesAreSecondsOrMinutes() {
    assertThat(duration("45")).isEqualTo(Duration.ofSeconds(45));
    assertThat(duration("45s")).isEqualTo(Duration.ofSeconds(45));
    assertThat(duration("30m")).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void wordsChooseACommandBelow() {
    assertThat(CommandLines.parse(ModelsCommand.class, List.of("sales")))
        .isInstanceOf(ModelsCommand.class);
    assertThat(CommandLines.parse(ModelsCommand.class, List.of("promote", "sales", "1")))
        .isInstanceOfSatisfying(
            ModelsPromoteCommand.class, it -> assertThat(it.version()).isEqualTo("1"));
    assertThatThrownBy(() -> CommandLines.parse(DemoSalesCommand.class, List.of()))
        .hasMessage("there are: generate; see ./flights demo sales --help");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--dta x | Unknown option: '--dta'; did you mean --data?",
        "-x | Unknown option: '-x'",
        "one two | Unmatched argument at index 1: 'two'",
        "--data | Missing required parameter for option '--data' (PATH)",
        "--data --promote | Expected parameter for option '--data' but found '--promote'",
        "--data= | --data needs a value",
        "--seed 1.5 | Invalid value for option '--seed': 1.5 is no whole number",
        "--sample all | Invalid value for option '--sample': all is no number"
      })
  void aWrongWordIsNamedInOneLine(String words, String message) {
    assertThatThrownBy(() -> CommandLines.read(TrainCommand.class, words.split(" ")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message)
        .hasMessageEndingWith("; see ./flights train --help")
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @CsvSource({
    "--rate 0, 0 is no whole number above 0",
    "--rate many, many is no whole number above 0",
    "--duration 3h, 3h is no time such as 30s or 5m",
    "--duration -5s, -5s is no time such as 30s or 5m"
  })
  void aWrongValueIsNamed(String words, String message) {
    assertThatThrownBy(() -> CommandLines.read(BenchServeCommand.class, words.split(" ")))
        .hasMessageContaining(message)
        .hasMessageEndingWith("; see ./flights bench serve --help");
  }

  @Test
  void aTimeIsAnInstant() {
    assertThatThrownBy(() -> CommandLines.read(DemoBotsCommand.class, "--from", "noon"))
        .hasMessageContaining("noon is no time such as 2026-01-31T12:00:00Z");
  }

  private static Duration duration(String text) {
    return CommandLines.read(BenchServeCommand.class, "--duration", text).duration();
  }
}
