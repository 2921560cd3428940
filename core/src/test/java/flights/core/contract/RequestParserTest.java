package flights.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestParserTest {

  private static final List<Field> FIELDS =
      List.of(
          Field.required("UUID", FieldType.STRING).between(1, 36),
          Field.required("Day", FieldType.DATE),
          Field.required("At", FieldType.TIMESTAMP),
          Field.optional("Delay", FieldType.NUMBER).between(-10, 10),
          Field.required("Count", FieldType.INTEGER),
          Field.optional("Sure", FieldType.BOOLEAN));

  private static final RequestParser PARSER = new RequestParser(FIELDS, "UUID");

  private static final String GOOD =
      "{'UUID':'a','Day':'2013-07-04','At':'2013-07-04T12:00:00Z','Delay':1.5,'Count':3,'Sure':true}";

  @Test
  void readsEveryType() {
    ParsedRequest request = parse(GOOD);

    assertThat(request.error()).isNull();
    assertThat(request.id()).isEqualTo("a");
    assertThat(request.values())
        .containsExactly(
            "a", LocalDate.of(2013, 7, 4), Instant.parse("2013-07-04T12:00:00Z"), 1.5, 3, true);
  }

  @Test
  void whatIsOptionalMayBeAbsentOrNull() {
    ParsedRequest request = parse(GOOD.replace(",'Delay':1.5", "").replace("true", "null"));

    assertThat(request.error()).isNull();
    assertThat(request.values().get(3)).isNull();
    assertThat(request.values().get(5)).isNull();
  }

  @Test
  void unknownFieldsAreIgnored() {
    assertThat(parse(GOOD.replace("{", "{'More':[1,2],")).error()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'Day':'2013-07-04' | 'Day':'yesterday' | Day is not a date such as 2013-07-04",
        "'Delay':1.5 | 'Delay':'late' | Delay is not a number",
        "'Delay':1.5 | 'Delay':10.5 | Delay is 10.5, outside -10.0 to 10.0",
        "'Count':3 | 'Count':3.5 | Count is not a whole number",
        "'Count':3 | 'Count':3000000000 | Count is not a whole number",
        "'Count':3 | 'Other':3 | Count is missing",
        "'Sure':true | 'Sure':1 | Sure is not true or false",
        "'At':'2013-07-04T12:00:00Z' | 'At':'noon' | At is not a time such as"
      })
  void aBadFieldIsNamedAndTheIdIsKept(String part, String bad, String error) {
    ParsedRequest request = parse(GOOD.replace(part.strip().replace('"', '\''), bad.strip()));

    assertThat(request.error()).startsWith(error.strip());
    assertThat(request.id()).isEqualTo("a");
  }

  @Test
  void allFaultsAreNamedAtOnce() {
    assertThat(parse("{'UUID':'a','Delay':11}").error())
        .isEqualTo(
            "Day is missing; At is missing; Delay is 11.0, outside -10.0 to 10.0; Count is missing");
  }

  @Test
  void aNumberIsTakenFromADateWhenTheRequestHasOnlyThat() {
    assertThat(sales("'date':'2024-03-31'").values())
        .containsExactly("a", 2024, 3, LocalDate.of(2024, 3, 31));
    assertThat(sales("'year':2024,'month':3").values()).containsExactly("a", 2024, 3, null);
    assertThat(sales("'date':'2024-03-31','month':3,'year':null").values())
        .containsExactly("a", 2024, 3, LocalDate.of(2024, 3, 31));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'year':2024 | month is missing, and so is date, which tells it",
        "'year':2024,'month':4,'date':'2024-03-31' | month is 4, but date is 2024-03-31: tell one"
            + " of them",
        "'date':'1999-03-31' | year is 1999, outside 2000.0 to 2100.0",
        "'date':'2024-02-30' | date is not a date such as 2013-07-04",
        "'year':2024,'month':'3','date':'2024-03-31' | month is not a whole number"
      })
  void aDateThatDoesNotTellTheNumberIsNamed(String fields, String error) {
    assertThat(sales(fields).error()).isEqualTo(error);
  }

  /** The date stands after what it tells. */
  private static ParsedRequest sales(String fields) {
    List<Field> schema =
        List.of(
            Field.required("id", FieldType.STRING),
            Field.required("year", FieldType.INTEGER)
                .between(2000, 2100)
                .from("date", DatePart.YEAR),
            Field.required("month", FieldType.INTEGER).from("date", DatePart.MONTH),
            Field.optional("date", FieldType.DATE));
    String text = ("{'id':'a'," + fields + "}").replace('\'', '"');
    return new RequestParser(schema, "id").parse(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | the message is not JSON",
        "{ | the message is not JSON",
        "[1] | the message is not a JSON object",
        "3 | the message is not a JSON object",
        "{'UUID':'a'} {'UUID':'b'} | the message is not JSON",
        "{'UUID':'a','UUID':'b'} | the message is not JSON"
      })
  void whatIsNoJsonObjectIsRejected(String text, String error) {
    assertThat(parse(text.equals("''") ? "" : text).error()).startsWith(error);
  }

  @Test
  void otherEncodingsAreRejected() {
    assertThat(PARSER.parse(new byte[] {(byte) 0xff, (byte) 0xfe, 0}).error())
        .isEqualTo("the message is not UTF-8 text");
    assertThat(PARSER.parse(GOOD.getBytes(StandardCharsets.UTF_16)).error())
        .isEqualTo("the message is not UTF-8 text");
  }

  @Test
  void nothingAndTooMuchAreRejected() {
    assertThat(PARSER.parse(null).error()).isEqualTo("the message is empty");
    assertThat(PARSER.parse(new byte[1_000_000]).error()).contains("1000000 bytes");
  }

  @Test
  void aRejectedRowHoldsNeutralValues() {
    assertThat(parse("{").values())
        .containsExactly("", LocalDate.EPOCH, Instant.EPOCH, null, 0, null);
  }

  @Test
  void noBytesWhatsoeverMakeItThrow() {
    Random random = new Random(42);
    byte[] good = GOOD.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    IntStream.range(0, 20_000)
        .forEach(
            i -> {
              byte[] bytes = Arrays.copyOf(good, random.nextInt(good.length + 1));
              for (int flips = random.nextInt(5); flips > 0 && bytes.length > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
              }
              ParsedRequest request = PARSER.parse(bytes);
              assertThat(request.values()).hasSize(FIELDS.size());
              assertThat(request.error() == null)
                  .isEqualTo(request.values().get(0) == request.id());
            });
  }

  private static ParsedRequest parse(String text) {
    return PARSER.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }
}
