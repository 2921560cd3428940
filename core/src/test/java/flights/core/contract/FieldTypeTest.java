package flights.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import flights.core.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTypeTest {

  @ParameterizedTest
  @CsvSource({
    "5, 5",
    "-5, -5",
    "+5, 5",
    "007, 7",
    "5., 5",
    "-0, 0",
    "2147483647, 2147483647",
    "5E0, 5"
  })
  void aWholeNumberIsReadFromItsText(String text, int number) {
    assertThat(read(FieldType.INTEGER, text)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.0", "1e2", "2147483648", "99999999999999999999", "five", "5 5"})
  void whatIsNoWholeNumberIsNone(String text) {
    assertThat(read(FieldType.INTEGER, text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"5, 5", "0.1, 0.1", ".5, 0.5", "5., 5", "-1.50, -1.5", "1e3, 1000", "2E-3, 0.002"})
  void aNumberIsReadFromItsText(String text, double number) {
    assertThat(read(FieldType.NUMBER, text)).isEqualTo(number);
  }

  /** Some of them are numbers to Java, but in no JSON and in no other program. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1f",
        "1d",
        "0x1p3",
        "NaN",
        "Infinity",
        "-Infinity",
        "1e999",
        "1e999999999",
        "1,5"
      })
  void whatIsNoNumberIsNone(String text) {
    assertThat(read(FieldType.NUMBER, text)).isNull();
  }

  @Test
  void moreDigitsThanJsonTakesAreNoNumber() {
    assertThat(read(FieldType.NUMBER, "1".repeat(300))).isNotNull();
    assertThat(read(FieldType.NUMBER, "0." + "1".repeat(2_000))).isNull();
    assertThat(read(FieldType.INTEGER, "0".repeat(100_000))).isNull();
  }

  @Test
  void trueAndFalseAreReadInAnyCase() {
    assertThat(read(FieldType.BOOLEAN, "TRUE")).isEqualTo(true);
    assertThat(read(FieldType.BOOLEAN, "false")).isEqualTo(false);
    assertThat(read(FieldType.BOOLEAN, "yes")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2013-07-04T12:00", "2013-07-04 12:00:00", "2013-07-04T12:00:00.000Z"})
  void aTimeWithoutAZoneIsOneOfUtc(String text) {
    assertThat(read(FieldType.TIMESTAMP, text)).isEqualTo(Instant.parse("2013-07-04T12:00:00Z"));
  }

  /** Whether it is checked before it is sent, or only by the predictor. */
  @ParameterizedTest
  @ValueSource(
      strings = {"5", "5.0", "1e2", "5E0", "-0", "1f", "NaN", "1e999", "99999999999999999999"})
  void theSameIsReadBeforeAndAfterItHasTravelled(String text) {
    for (FieldType type : List.of(FieldType.INTEGER, FieldType.NUMBER)) {
      byte[] sent = Json.bytes(Map.of("Id", "a", "x", type.ofText(text)));
      RequestParser parser =
          new RequestParser(
              List.of(Field.required("Id", FieldType.STRING), Field.required("x", type)), "Id");

      Object before = read(type, text);
      ParsedRequest after = parser.parse(sent);

      assertThat(after.error() == null).as(type + " " + text).isEqualTo(before != null);
      if (before != null) {
        assertThat(after.values().get(1)).isEqualTo(before);
      }
    }
  }

  private static Object read(FieldType type, String text) {
    JsonNode node = type.ofText(text);
    return type.read(node);
  }
}
