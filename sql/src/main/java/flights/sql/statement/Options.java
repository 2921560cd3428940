package flights.sql.statement;

import flights.core.text.ClosestName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands in WITH, by names of small letters.
 *
 * @param place of the statement, for what is missing
 */
public record Options(Place place, Map<String, Value> values) {

  /** The value of an option, and where it stands. */
  public record Value(String text, Place place) {}

  /** Those of a stream or a table on Kafka, and those of what a query makes. */
  public static final List<String> SOURCE =
      List.of(
          "topic",
          "format",
          "schema",
          "descriptor",
          "message",
          "timestamp",
          "watermark",
          "unique",
          "start",
          "batch");

  public static final List<String> SINK =
      List.of(
          "topic",
          "format",
          "schema",
          "descriptor",
          "message",
          "collection",
          "path",
          "console",
          "key",
          "newest",
          "trigger");

  public Options {
    values = Map.copyOf(values);
  }

  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).map(Value::text);
  }

  /** The names in a value with commas between. */
  public List<String> names(String name) {
    return text(name).stream()
        .flatMap(value -> Stream.of(value.split(",")))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /** Where the value of an option stands, or else the statement. */
  public Place place(String name) {
    return values.containsKey(name) ? values.get(name).place() : place;
  }

  /** A whole number above 0; throws {@link SqlFault} when the value is none. */
  public int number(String name, int usual) {
    String value = text(name).orElse(String.valueOf(usual));
    if (!value.matches("[1-9]\\d{0,8}")) {
      throw new SqlFault(
          place(name), "%s = '%s' is no whole number from 1 to 999999999".formatted(name, value));
    }
    return Integer.parseInt(value);
  }

  /** Throws {@link SqlFault} when the value is none of these; the first is the usual one. */
  public String oneOf(String name, List<String> known) {
    String value = text(name).orElse(known.get(0));
    if (!known.contains(value)) {
      throw new SqlFault(
          place(name),
          "%s = '%s' is not known: it is one of %s%s"
              .formatted(name, value, String.join(", ", known), ClosestName.hint(value, known)));
    }
    return value;
  }
}
