package flights.core.settings;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a command line.
 *
 * @param names the words that are no options, in their order
 */
public record Arguments(List<String> names, Map<String, String> options, Set<String> flags) {

  private static final Pattern OPTION = Pattern.compile("(--[a-z-]+)( [A-Z]+)?");

  /**
   * Reads words by a usage line, which tells all: {@code --data PATH} takes a value, {@code --all}
   * does not.
   *
   * @param mostNames so many names the command takes
   * @throws IllegalArgumentException that says what is wrong, and the usage
   */
  public static Arguments read(String usage, int mostNames, List<String> words) {
    Map<String, Boolean> known = known(usage);
    Arguments read = new Arguments(new ArrayList<>(), new LinkedHashMap<>(), new HashSet<>());
    Deque<String> rest = new ArrayDeque<>(words);
    while (!rest.isEmpty()) {
      String word = rest.pop();
      if (word.startsWith("-") ? !known.containsKey(word) : read.names.size() == mostNames) {
        throw new IllegalArgumentException(word + " is not understood; usage: " + usage);
      }
      read.take(word, known, rest, usage);
    }
    return read;
  }

  public Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  public boolean has(String flag) {
    return flags.contains(flag);
  }

  private void take(String word, Map<String, Boolean> known, Deque<String> rest, String usage) {
    if (!word.startsWith("-")) {
      names.add(word);
    } else if (!known.get(word)) {
      flags.add(word);
    } else if (rest.isEmpty() || rest.peek().isBlank()) {
      throw new IllegalArgumentException(word + " needs a value; usage: " + usage);
    } else {
      options.put(word, rest.pop());
    }
  }

  /** Each option of the usage, and whether it takes a value. */
  private static Map<String, Boolean> known(String usage) {
    Map<String, Boolean> known = new LinkedHashMap<>();
    Matcher option = OPTION.matcher(usage);
    while (option.find()) {
      known.put(option.group(1), option.group(2) != null);
    }
    return known;
  }
}
