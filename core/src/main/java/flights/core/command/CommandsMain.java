package flights.core.command;

import java.util.List;
import java.util.stream.Stream;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Answers about commands: help, completion, and what somebody may have meant. */
public final class CommandsMain {

  private static final int USAGE = 2;
  private static final List<String> SHELLS = List.of("bash", "zsh");

  private CommandsMain() {}

  /** Takes the words of a command line that starts nothing. */
  public static void main(String[] words) {
    try {
      System.out.print(answer(List.of(words)));
    } catch (IllegalArgumentException e) {
      System.err.println("flights: " + e.getMessage());
      System.exit(USAGE);
    }
  }

  /** Takes a word at least; throws IllegalArgumentException when there is no such command. */
  static String answer(List<String> words) {
    List<String> rest = words.subList(1, words.size());
    if (!rest.contains("--help") && !rest.contains("-h")) {
      if (words.get(0).equals("help")) {
        return usage(FlightsCommand.class, "./flights", rest);
      }
      if (words.get(0).equals("completion")) {
        return completion(CommandLines.read(FlightsCommand.CompletionCommand.class, rest).shell());
      }
    }
    return usage(FlightsCommand.class, "./flights", words);
  }

  /** Of the command that the first words lead to. */
  private static String usage(Class<?> command, String name, List<String> words) {
    List<String> known = CommandLines.below(command).map(CommandLines::name).toList();
    if (known.isEmpty() || words.isEmpty() || words.get(0).startsWith("-")) {
      return withHelp(CommandLines.line(command, name)).getUsageMessage();
    }
    String word = words.get(0);
    return CommandLines.below(command)
        .filter(each -> CommandLines.name(each).equals(word))
        .findFirst()
        .map(each -> usage(each, name + " " + word, words.subList(1, words.size())))
        .orElseThrow(() -> new IllegalArgumentException(CommandLines.unknown(command, name, word)));
  }

  private static String completion(String shell) {
    if (!SHELLS.contains(shell)) {
      throw new IllegalArgumentException(
          "there is no completion for " + shell + "; there is one for bash and for zsh");
    }
    // It goes by the last part of a path.
    return AutoComplete.bash(
        "flights", withHelp(CommandLines.line(FlightsCommand.class, "flights")));
  }

  private static CommandLine withHelp(CommandLine line) {
    line.getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build());
    UsageMessageSpec usage = line.getCommandSpec().usageMessage();
    if (usage.footer().length > 0 && usage.footerHeading().isEmpty()) {
      usage.footerHeading("%nExample:%n");
      usage.footer(Stream.of(usage.footer()).map(example -> "  " + example).toArray(String[]::new));
    }
    line.getSubcommands().values().forEach(CommandsMain::withHelp);
    return line;
  }
}
