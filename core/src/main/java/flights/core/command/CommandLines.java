package flights.core.command;

import flights.core.text.ClosestName;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Reads words by the interface of a command. An {@code int} is a count, from 1 on; a {@code long}
 * is any whole number; a {@code Duration} is in seconds, or in minutes with an m.
 */
public final class CommandLines {

  private CommandLines() {}

  /** What the words say; throws IllegalArgumentException with one line that says what is wrong. */
  public static <T> T read(Class<T> command, List<String> words) {
    return command.cast(parse(command, words));
  }

  public static <T> T read(Class<T> command, String... words) {
    return read(command, List.of(words));
  }

  /** As {@link #read}, for a command with others below it: the one that the words choose. */
  public static Object parse(Class<?> command, List<String> words) {
    CommandLine line = line(command, "./flights" + path(FlightsCommand.class, command).orElse(""));
    try {
      ParseResult read = line.parseArgs(words.toArray(String[]::new));
      while (read.hasSubcommand()) {
        read = read.subcommand();
      }
      requireNoGroup(read.commandSpec());
      requireValues(read);
      return read.commandSpec().userObject();
    } catch (ParameterException e) {
      CommandSpec spec = e.getCommandLine().getCommandSpec();
      throw new IllegalArgumentException(
          "%s%s; see %s --help".formatted(e.getMessage(), hint(e, spec), spec.qualifiedName()), e);
    }
  }

  /** The value; throws IllegalArgumentException when it is too small or too large. */
  public static long within(String option, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s %d is no whole number from %d to %d".formatted(option, value, least, most));
    }
    return value;
  }

  /** By which a command is parsed, and its help is shown. */
  static CommandLine line(Class<?> command, String name) {
    CommandLine line = new CommandLine(command);
    line.getCommandSpec().name(name);
    prepare(line.getCommandSpec());
    return line.setExpandAtFiles(false)
        .setUsageHelpWidth(100)
        .registerConverter(int.class, converter("whole number above 0", CommandLines::count))
        .registerConverter(Integer.class, converter("whole number above 0", CommandLines::count))
        .registerConverter(long.class, converter("whole number", Long::valueOf))
        .registerConverter(Long.class, converter("whole number", Long::valueOf))
        .registerConverter(double.class, converter("number", Double::valueOf))
        .registerConverter(Double.class, converter("number", Double::valueOf))
        .registerConverter(
            Instant.class, converter("time such as 2026-01-31T12:00:00Z", Instant::parse))
        .registerConverter(LocalDate.class, converter("date such as 2026-01-31", LocalDate::parse))
        .registerConverter(
            Duration.class, converter("time such as 30s or 5m", CommandLines::duration));
  }

  private static void prepare(CommandSpec spec) {
    spec.usageMessage().showDefaultValues(true).abbreviateSynopsis(true);
    spec.positionalParameters().stream().filter(ArgSpec::isMultiValue).forEach(CommandLines::empty);
    spec.subcommands().values().forEach(line -> prepare(line.getCommandSpec()));
  }

  /** Else it would be null where no word is given. */
  private static void empty(ArgSpec words) {
    try {
      words.setter().set(new ArrayList<>());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> ITypeConverter<T> converter(String expected, Function<String, T> parse) {
    return text -> {
      try {
        return parse.apply(text);
      } catch (RuntimeException e) {
        throw new TypeConversionException(text + " is no " + expected);
      }
    };
  }

  private static int count(String text) {
    int count = Integer.parseInt(text);
    if (count < 1) {
      throw new NumberFormatException();
    }
    return count;
  }

  private static Duration duration(String text) {
    if (!text.matches("\\d{1,5}[sm]?")) {
      throw new IllegalArgumentException();
    }
    return Duration.parse("PT" + (text.matches("\\d+") ? text + "s" : text));
  }

  /** It does nothing itself. */
  private static void requireNoGroup(CommandSpec spec) {
    if (!spec.subcommands().isEmpty() && spec.args().isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "there are: " + String.join(", ", spec.subcommands().keySet()));
    }
  }

  private static void requireValues(ParseResult read) {
    for (OptionSpec option : read.matchedOptions()) {
      if (option.stringValues().stream().anyMatch(String::isBlank)) {
        throw new ParameterException(
            read.commandSpec().commandLine(), option.longestName() + " needs a value");
      }
    }
  }

  private static String hint(ParameterException fault, CommandSpec spec) {
    if (!(fault instanceof UnmatchedArgumentException unmatched)) {
      return "";
    }
    String word = unmatched.getUnmatched().get(0);
    return ClosestName.hint(
        word, word.startsWith("-") ? spec.optionsMap().keySet() : spec.subcommands().keySet());
  }

  /** The words that lead from a command to one below it. */
  private static Optional<String> path(Class<?> from, Class<?> to) {
    if (from == to) {
      return Optional.of("");
    }
    return below(from)
        .map(each -> path(each, to).map(rest -> " " + name(each) + rest))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** That there is no such command below one, and what there is. */
  public static String unknown(Class<?> command, String name, String word) {
    List<String> known = below(command).map(CommandLines::name).toList();
    return "there is no command %s %s%s; there are: %s"
        .formatted(name, word, ClosestName.hint(word, known), String.join(", ", known));
  }

  static Stream<Class<?>> below(Class<?> command) {
    return Arrays.stream(command.getAnnotation(Command.class).subcommands());
  }

  /** The last word of a command's name. */
  public static String name(Class<?> command) {
    return command.getAnnotation(Command.class).name();
  }
}
