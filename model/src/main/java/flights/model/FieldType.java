package flights.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** What a field of a request can be, in JSON and in Spark. */
public enum FieldType {
  @JsonProperty("string")
  STRING("a text", DataTypes.StringType, "", node -> node.isTextual() ? node.textValue() : null),
  @JsonProperty("integer")
  INTEGER(
      "a whole number",
      DataTypes.IntegerType,
      0,
      node -> node.isIntegralNumber() && node.canConvertToInt() ? node.intValue() : null),
  @JsonProperty("number")
  NUMBER(
      "a number",
      DataTypes.DoubleType,
      0.0,
      node -> node.isNumber() && Double.isFinite(node.doubleValue()) ? node.doubleValue() : null),
  @JsonProperty("boolean")
  BOOLEAN(
      "true or false",
      DataTypes.BooleanType,
      false,
      node -> node.isBoolean() ? node.booleanValue() : null),
  @JsonProperty("date")
  DATE(
      "a date such as 2013-07-04",
      DataTypes.DateType,
      LocalDate.EPOCH,
      node -> time(node, LocalDate::parse, LocalDate::getYear)),
  @JsonProperty("timestamp")
  TIMESTAMP(
      "a time such as 2013-07-04T12:00:00Z",
      DataTypes.TimestampType,
      Instant.EPOCH,
      node -> time(node, Instant::parse, it -> it.atOffset(ZoneOffset.UTC).getYear()));

  private static final int LAST_YEAR = 9999;

  private final String words;
  private final DataType sparkType;
  private final transient Object neutral;
  private final transient Function<JsonNode, Object> reader;

  FieldType(String words, DataType sparkType, Object neutral, Function<JsonNode, Object> reader) {
    this.words = words;
    this.sparkType = sparkType;
    this.neutral = neutral;
    this.reader = reader;
  }

  String words() {
    return words;
  }

  public DataType sparkType() {
    return sparkType;
  }

  /** A value that every pipeline can digest, for rows that are rejected anyway. */
  Object neutral() {
    return neutral;
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
