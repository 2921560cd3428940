package flights.core.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  /** No JSON number of more is read, and to read one takes time that grows with their square. */
  private static final int MOST_DIGITS = 1_000;

  /** As a browser's field for a time tells it: the seconds are left out when there are none. */
  private static final Pattern LOCAL_TIME =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d)(:\\d\\d(?:\\.\\d{1,9})?)?");

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

  /**
   * A text that a person has typed or that stands in a table, as the JSON of this type; as a text
   * when it is none, so that the request is rejected with what it says.
   */
  public JsonNode ofText(String text) {
    return switch (this) {
      case INTEGER, NUMBER -> number(text);
      case BOOLEAN ->
          text.equalsIgnoreCase("true")
              ? BooleanNode.TRUE
              : text.equalsIgnoreCase("false") ? BooleanNode.FALSE : TextNode.valueOf(text);
      case TIMESTAMP -> TextNode.valueOf(utc(text));
      default -> TextNode.valueOf(text);
    };
  }

  private static String utc(String text) {
    Matcher local = LOCAL_TIME.matcher(text);
    if (!local.matches()) {
      return text;
    }
    String seconds = local.group(3) == null ? ":00" : local.group(3);
    return local.group(1) + "T" + local.group(2) + seconds + "Z";
  }

  /**
   * Digits as they stand, with a sign, a point and an exponent where there are: what JSON knows as
   * a number too, unlike Java's {@code 1f}, {@code 0x1p3} and {@code NaN}.
   */
  private static JsonNode number(String text) {
    try {
      if (text.length() > MOST_DIGITS) {
        return TextNode.valueOf(text);
      }
      BigDecimal number = new BigDecimal(text);
      return number.scale() == 0
          ? BigIntegerNode.valueOf(number.unscaledValue())
          : DecimalNode.valueOf(number);
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
