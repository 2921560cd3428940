package flights.trainer.upload;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How a pipeline reads CSV, by its options for Spark.
 *
 * @param escape what makes a quote within quotes a sign like others
 * @param spansLines whether a quoted text may go on in the next line
 * @param isStrict whether a row with another number of fields is a fault; else the pipeline leaves
 *     such rows out, or tells them apart itself
 */
record CsvFormat(
    byte separator,
    byte quote,
    byte escape,
    boolean hasHeader,
    boolean spansLines,
    boolean skipsBlanks,
    boolean isStrict) {

  /** With one of these a file is read in another way than is understood here. */
  private static final Set<String> UNKNOWN =
      Set.of("comment", "linesep", "chartoescapequoteescaping", "unescapedquotehandling");

  /** Empty when its fields cannot be told apart here. */
  static Optional<CsvFormat> of(Map<String, String> given) {
    Map<String, String> options = lowerCase(given);
    String separator = options.getOrDefault("sep", options.getOrDefault("delimiter", ","));
    separator = separator.equals("\\t") ? "\t" : separator;
    String quote = options.getOrDefault("quote", "\"");
    String escape = options.getOrDefault("escape", "\\");
    boolean known = options.keySet().stream().noneMatch(UNKNOWN::contains);
    if (!known || !isOne(separator) || !isOne(quote) || !isOne(escape)) {
      return Optional.empty();
    }
    return Optional.of(
        new CsvFormat(
            (byte) separator.charAt(0),
            (byte) quote.charAt(0),
            (byte) escape.charAt(0),
            isTrue(options, "header"),
            isTrue(options, "multiline"),
            isTrue(options, "ignoreleadingwhitespace"),
            !options.containsKey("columnnameofcorruptrecord")
                && !options.getOrDefault("mode", "").equalsIgnoreCase("dropmalformed")));
  }

  /** Whether the text is in another encoding than UTF-8. */
  static boolean isOtherText(Map<String, String> given) {
    Map<String, String> options = lowerCase(given);
    String encoding = options.getOrDefault("encoding", options.getOrDefault("charset", "utf-8"));
    return !encoding.replace("-", "").equalsIgnoreCase("utf8");
  }

  private static Map<String, String> lowerCase(Map<String, String> given) {
    Map<String, String> options = new TreeMap<>();
    given.forEach((name, value) -> options.put(name.toLowerCase(Locale.ROOT), value));
    return options;
  }

  private static boolean isOne(String text) {
    return text.length() == 1 && text.charAt(0) < 128;
  }

  private static boolean isTrue(Map<String, String> options, String name) {
    return options.getOrDefault(name, "false").equalsIgnoreCase("true");
  }
}
