package flights.standalone;

import flights.core.command.CommandLines;
import flights.core.command.ServiceCommands.ResetCommand;
import flights.core.command.ServiceCommands.StatusCommand;
import flights.core.command.ServiceCommands.UpCommand;
import flights.core.settings.Settings;
import flights.core.streams.StatementFolders;
import java.util.List;

/** The commands {@code up}, {@code status} and {@code reset}. */
public final class StandaloneMain {

  private static final int USAGE = 2;

  private StandaloneMain() {}

  public static void main(String[] args) throws Exception {
    try {
      System.exit(run(args[0], List.of(args).subList(1, args.length)));
    } catch (IllegalArgumentException | StartException e) {
      System.err.println("flights: " + e.getMessage());
      System.exit(USAGE);
    }
  }

  private static int run(String command, List<String> options) throws Exception {
    Settings settings = Settings.fromEnvironment();
    return switch (command) {
      case "up" ->
          new Up(
                  settings,
                  UpOptions.of(CommandLines.read(UpCommand.class, options)),
                  Launcher.fromSystemProperty())
              .run();
      case "status" ->
          new Status(settings, CommandLines.read(StatusCommand.class, options), System.out).print();
      case "reset" ->
          new Reset(
                  settings,
                  ResetOptions.of(CommandLines.read(ResetCommand.class, options)),
                  StatementFolders.installed().root())
              .run();
      default -> throw new StartException("there is no command " + command);
    };
  }
}
