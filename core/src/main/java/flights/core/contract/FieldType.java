package flights.core.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** What a field of a request can be. */
public enum FieldType {
  @JsonProperty("string")
  STRING("a text", "", node -> node.isTextual() ? node.textValue() : null),
  @JsonProperty("integer")
  INTEGER(
      "a whole number",
      0,
      node -> node.isIntegralNumber() && node.canConvertToInt() ? node.intValue() : null),
  @JsonProperty("number")
  NUMBER(
      "a number",
      0.0,
      node -> node.isNumber() && Double.isFinite(node.doubleValue()) ? node.doubleValue() : null),
  @JsonProperty("boolean")
  BOOLEAN("true or false", false, node -> node.isBoolean() ? node.booleanValue() : null),
  @JsonProperty("date")
  DATE(
      "a date such as 2013-07-04",
      LocalDate.EPOCH,
      node -> time(node, LocalDate::parse, LocalDate::getYear)),
  @JsonProperty("timestamp")
  TIMESTAMP(
      "a time such as 2013-07-04T12:00:00Z",
      Instant.EPOCH,
      node -> time(node, Instant::parse, it -> it.atOffset(ZoneOffset.UTC).getYear()));

  private static final int LAST_YEAR = 9999;
  private static final String LOCAL_TIME =
      "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?";

  private final String words;
  private final transient Object neutral;
  private final transient Function<JsonNode, Object> reader;

  FieldType(String words, Object neutral, Function<JsonNode, Object> reader) {
    this.words = words;
    this.neutral = neutral;
    this.reader = reader;
  }

  public String words() {
    return words;
  }

  /** A value that every pipeline can digest, for rows that are rejected anyway. */
  Object neutral() {
    return neutral;
  }

  /** A text that a person has typed, as the JSON of this type, or as a text when it is none. */
  public JsonNode ofText(String text) {
    try {
      return switch (this) {
        case INTEGER -> LongNode.valueOf(Long.parseLong(text));
        case NUMBER -> DoubleNode.valueOf(Double.parseDouble(text));
        case BOOLEAN ->
            text.equalsIgnoreCase("true")
                ? BooleanNode.TRUE
                : text.equalsIgnoreCase("false") ? BooleanNode.FALSE : TextNode.valueOf(text);
        // As a browser's field for a time tells it.
        case TIMESTAMP ->
            TextNode.valueOf(text.matches(LOCAL_TIME) ? text.replace(' ', 'T') + "Z" : text);
        default -> TextNode.valueOf(text);
      };
    } catch (NumberFormatException e) {
      return TextNode.valueOf(text);
    }
  }

  /** The value, or null when the JSON holds something else. */
  Object read(JsonNode node) {
    return reader.apply(node);
  }

  /** Java's years go further than Spark's, and one that Spark cannot take would end the stream. */
  private static <T> T time(JsonNode node, Function<String, T> parser, ToIntFunction<T> year) {
    try {
      T time = node.isTextual() ? parser.apply(node.textValue()) : null;
      return time == null || year.applyAsInt(time) < 1 || year.applyAsInt(time) > LAST_YEAR
          ? null
          : time;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
