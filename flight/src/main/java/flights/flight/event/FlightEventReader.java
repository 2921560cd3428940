package flights.flight.event;

import com.fasterxml.jackson.databind.JsonNode;
import flights.core.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes an event of a message, or says what is wrong with it. */
final class FlightEventReader {

  private static final Pattern CARRIER = Pattern.compile("[A-Z0-9]{2,3}( \\([0-9]\\))?");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");
  private static final Pattern AIRPORT = Pattern.compile("[A-Z0-9]{3,4}");
  private static final Pattern TAIL = Pattern.compile("[A-Z0-9-]{2,8}");
  // Longer than that nobody waits.
  private static final int MOST_MINUTES = 7 * 24 * 60;
  private static final int SHOWN = 40;

  private final JsonNode fields;

  private FlightEventReader(JsonNode fields) {
    this.fields = fields;
  }

  static FlightEvent read(byte[] message) {
    JsonNode fields = Json.read(message, JsonNode.class);
    if (fields == null || !fields.isObject()) {
      throw new IllegalArgumentException("a flight event is a JSON object");
    }
    return new FlightEventReader(fields).event();
  }

  private FlightEvent event() {
    return new FlightEvent(
        required("type", FlightEventReader::type),
        required("carrier", matching(CARRIER)),
        required("number", matching(NUMBER).andThen(FlightEventReader::withoutZeros)),
        required("date", LocalDate::parse),
        required("origin", matching(AIRPORT)),
        required("dest", matching(AIRPORT)),
        optional("tail", matching(TAIL)),
        optional("scheduled_departure", FlightEventReader::instant),
        optional("scheduled_arrival", FlightEventReader::instant),
        required("at", FlightEventReader::instant),
        optional("delay", FlightEventReader::minutes));
  }

  private <T> T required(String field, Function<String, T> meaning) {
    T value = optional(field, meaning);
    if (value == null) {
      throw new IllegalArgumentException(field + " is missing");
    }
    return value;
  }

  private <T> T optional(String field, Function<String, T> meaning) {
    String text = fields.path(field).asText("").strip();
    if (fields.path(field).isNull() || text.isEmpty()) {
      return null;
    }
    try {
      return meaning.apply(text);
    } catch (DateTimeException | IllegalArgumentException e) {
      String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
      throw new IllegalArgumentException(
          field + " is " + Json.write(shown) + ", not " + wanted(field), e);
    }
  }

  private static String wanted(String field) {
    return switch (field) {
      case "type" ->
          "one of "
              + Arrays.stream(FlightEventType.values())
                  .map(FlightEventType::text)
                  .collect(Collectors.joining(", "));
      case "carrier" -> "a carrier's code of two or three letters";
      case "number" -> "a number of at most five digits";
      case "date" -> "a date such as 2013-07-01";
      case "origin", "dest" -> "an airport's code";
      case "tail" -> "a tail number";
      case "delay" -> "whole minutes of a week at most";
      default -> "a time such as 2013-07-01T14:05:00Z";
    };
  }

  private static FlightEventType type(String text) {
    return FlightEventType.of(text).orElseThrow(IllegalArgumentException::new);
  }

  private static Function<String, String> matching(Pattern pattern) {
    return text -> {
      if (!pattern.matcher(text).matches()) {
        throw new IllegalArgumentException();
      }
      return text;
    };
  }

  private static String withoutZeros(String digits) {
    return Integer.toString(Integer.parseInt(digits));
  }

  /** With any offset. */
  private static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  private static int minutes(String text) {
    double minutes = Double.parseDouble(text);
    if (minutes % 1 != 0 || Math.abs(minutes) > MOST_MINUTES) {
      throw new IllegalArgumentException();
    }
    return (int) minutes;
  }
}
