package flights.core.settings;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kind of value that a setting can take; reading another text throws IllegalArgumentException.
 */
record Kind<T>(String expected, Function<String, T> parser, boolean secret) {

  Kind(String expected, Function<String, T> parser) {
    this(expected, parser, false);
  }

  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

  private static final Duration SHORTEST_KEPT = Duration.ofMinutes(1);

  /** What MongoDB can count in seconds. */
  private static final Duration LONGEST_KEPT = Duration.ofDays(24_000);

  T parse(String text) {
    return parser.apply(text);
  }

  static Kind<String> text() {
    return new Kind<>("a text", text -> text);
  }

  static Kind<String> matching(String pattern, String expected) {
    Pattern compiled = Pattern.compile(pattern);
    return new Kind<>(expected, text -> checked(compiled.matcher(text).matches(), text));
  }

  /** As matching; no message ever quotes the text. */
  static Kind<String> secret(String pattern, String expected) {
    return new Kind<>(expected, matching(pattern, expected).parser, true);
  }

  /** Empty, or certificates as text. */
  static Kind<String> certificates() {
    return new Kind<>(
        "a PEM text with certificates",
        text -> checked(text.isEmpty() || Pem.hasCertificate(text), text),
        true);
  }

  /** Empty, or a certificate and its key as text. */
  static Kind<String> certificateWithKey() {
    return new Kind<>(
        "a PEM text with a certificate and a PRIVATE KEY",
        text -> checked(text.isEmpty() || (Pem.hasCertificate(text) && Pem.hasKey(text)), text),
        true);
  }

  static Kind<String> oneOf(String... values) {
    List<String> known = List.of(values);
    return new Kind<>(
        "one of " + String.join(", ", known), text -> checked(known.contains(text), text));
  }

  /** Empty, or names with commas between, each once. */
  static Kind<List<String>> names(String pattern, String expected) {
    Pattern name = Pattern.compile(pattern);
    return new Kind<>(
        expected + ", with commas between, each once",
        text -> {
          List<String> names =
              text.isBlank() ? List.of() : List.of(text.strip().split("\\s*,\\s*", -1));
          boolean good = names.stream().allMatch(one -> name.matcher(one).matches());
          return checked(good && names.stream().distinct().count() == names.size(), names);
        });
  }

  static Kind<Integer> number(int min, int max) {
    return new Kind<>(
        "a whole number from " + min + " to " + max,
        text -> {
          int value = Integer.parseInt(text);
          return checked(value >= min && value <= max, value);
        });
  }

  /** Words such as name=value; no message ever quotes them, for some values are secret. */
  static Kind<Map<String, String>> options(String prefix) {
    return new Kind<>(
        "a list such as " + prefix + "name=value, with spaces between",
        t -> split(prefix, t),
        true);
  }

  private static Map<String, String> split(String prefix, String text) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String word : text.strip().split("\\s+")) {
      int equals = word.indexOf('=');
      if (!word.isEmpty()) {
        checked(word.startsWith(prefix) && equals > prefix.length(), word);
        options.put(word.substring(0, equals), word.substring(equals + 1));
      }
    }
    return Collections.unmodifiableMap(options);
  }

  static Kind<Duration> duration() {
    return new Kind<>("a duration such as 500ms, 30s, 5m, 1h or 2d", Kind::parseDuration);
  }

  /** How long something is kept; zero for ever. */
  static Kind<Duration> keeping() {
    return new Kind<>(
        "a duration from 1m to 24000d, such as 30d or 12h, or 0 for ever",
        text -> {
          Duration keep = text.equals("0") ? Duration.ZERO : parseDuration(text);
          boolean sensible =
              keep.compareTo(SHORTEST_KEPT) >= 0 && keep.compareTo(LONGEST_KEPT) <= 0;
          return checked(text.equals("0") || sensible, keep);
        });
  }

  private static Duration parseDuration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(text);
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  private static <T> T checked(boolean holds, T value) {
    if (!holds) {
      throw new IllegalArgumentException(String.valueOf(value));
    }
    return value;
  }
}
