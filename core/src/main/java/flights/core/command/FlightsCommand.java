package flights.core.command;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The program: all commands, in the order of the help. */
@Command(
    name = "./flights",
    description = "Predicts how late a flight will arrive.",
    footerHeading = "%n",
    footer = {
      "Settings are environment variables: docs/SETTINGS.md. Exit codes: docs/COMMANDS.md."
    },
    subcommands = {
      ServiceCommands.UpCommand.class,
      ServiceCommands.StatusCommand.class,
      ServiceCommands.ResetCommand.class,
      ModelCommands.TrainCommand.class,
      ModelCommands.ModelsCommand.class,
      ModelCommands.PredictCommand.class,
      ModelCommands.UploadsCommand.class,
      ModelCommands.OutcomesCommand.class,
      ModelCommands.CanaryCommand.class,
      DataCommands.ImportCommand.class,
      DataCommands.DownloadCommand.class,
      DataCommands.CheckCommand.class,
      DataCommands.ReplayCommand.class,
      StreamCommands.SqlCommand.class,
      StreamCommands.ConnectCommand.class,
      StreamCommands.DemoCommand.class,
      ServiceCommands.WebCommand.class,
      ServiceCommands.StoreCommand.class,
      ServiceCommands.BrokerCommand.class,
      ServiceCommands.SparkCommand.class,
      ModelCommands.AirflowCommand.class,
      ModelCommands.MlflowCommand.class,
      BenchCommands.BenchCommand.class,
      FlightsCommand.TestCommand.class,
      FlightsCommand.CompletionCommand.class,
      FlightsCommand.HelpCommand.class
    })
interface FlightsCommand {

  /** The tests. */
  @Command(
      name = "test",
      description = "Run the tests, after installing what they need.",
      footer = "./flights test web ClassifyIT")
  interface TestCommand {

    @Parameters(
        arity = "0..*",
        paramLabel = "MODULE|CLASS",
        description = "Those of modules, or these classes. Default: all.")
    List<String> names();

    @Option(names = "--long", description = "Run those that take long too.")
    boolean isLong();
  }

  /** Completion. */
  @Command(
      name = "completion",
      description = "Print the completion of commands and options for a shell.",
      footer = "source <(./flights completion bash)")
  interface CompletionCommand {

    @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
    String shell();
  }

  /** Help. */
  @Command(
      name = "help",
      description = "Show all commands, or the options of one.",
      footer = "./flights help train")
  interface HelpCommand {

    @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "Default: all.")
    List<String> command();
  }
}
