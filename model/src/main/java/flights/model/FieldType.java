package flights.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
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
      node -> time(node, LocalDate::parse)),
  @JsonProperty("timestamp")
  TIMESTAMP(
      "a time such as 2013-07-04T12:00:00Z",
      DataTypes.TimestampType,
      Instant.EPOCH,
      node -> time(node, Instant::parse));

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

  private static Object time(JsonNode node, Function<String, Object> parser) {
    try {
      return node.isTextual() ? parser.apply(node.textValue()) : null;
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
