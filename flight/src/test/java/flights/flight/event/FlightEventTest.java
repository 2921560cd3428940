package flights.flight.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flights.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlightEventTest {

  private static final String MESSAGE =
      """
      {"type":"departed","carrier":"B6","number":"165","date":"2013-07-04","origin":"JFK",\
      "dest":"PDX","tail":"N531JB","scheduled_departure":"2013-07-04T22:05:00Z",\
      "scheduled_arrival":"2013-07-05T04:19:00Z","at":"2013-07-04T22:17:00Z","delay":12}""";

  @Test
  void aMessageIsReadAndWrittenAsTheContractHasIt() {
    FlightEvent event = read(MESSAGE);

    assertThat(event.type()).isEqualTo(FlightEventType.DEPARTED);
    assertThat(event.key()).isEqualTo("B6-165-2013-07-04-JFK-PDX");
    assertThat(event.at()).isEqualTo("2013-07-04T22:17:00Z");
    assertThat(Json.write(event)).isEqualTo(MESSAGE);
  }

  @Test
  void whatMayBeMissingIsNull() {
    FlightEvent event =
        read(
            """
            {"type":"cancelled","carrier":"B6","number":165,"date":"2013-07-04","origin":"JFK",
             "dest":"PDX","tail":"","at":"2013-07-04T18:17:00-04:00","delay":null,"gate":"B22"}""");

    assertThat(event.tail()).isNull();
    assertThat(event.scheduledDeparture()).isNull();
    assertThat(event.minutesLate()).isNull();
    assertThat(event.at()).isEqualTo(Instant.parse("2013-07-04T22:17:00Z"));
  }

  @Test
  void aNumberWithZerosIsTheSameFlight() {
    assertThat(read(MESSAGE.replace("\"165\"", "\"0165\"")).key()).isEqualTo(read(MESSAGE).key());
  }

  @Test
  void aDelayThatIsNotToldIsReckoned() {
    assertThat(read(MESSAGE.replace(",\"delay\":12", "")).minutesLate()).isEqualTo(12);
    assertThat(read(MESSAGE.replace("\"delay\":12", "\"delay\":10")).minutesLate()).isEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "departed     | boarding  | type is \"boarding\", not one of scheduled, cancelled, departed",
        "B6           | Blue      | carrier is \"Blue\", not a carrier's code",
        "165          | B165      | number is \"B165\", not a number of at most five digits",
        "2013-07-04\" | 4 July\"  | date is \"4 July\", not a date such as 2013-07-01",
        "JFK          | New York  | origin is \"New York\", not an airport's code",
        "22:17:00Z    | 22:17     | at is \"2013-07-04T22:17\", not a time such as",
        ":12          | :12.5     | delay is \"12.5\", not whole minutes",
        "\"at\"       | \"when\"  | at is missing",
      })
  void whatIsWrongIsNamed(String right, String wrong, String told) {
    assertThatThrownBy(() -> read(MESSAGE.replace(right, wrong)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"[]", "null", "7", "{", "''"})
  void whatIsNoObjectIsRefused(String message) {
    assertThatThrownBy(() -> read(message)).isInstanceOf(IllegalArgumentException.class);
  }

  private static FlightEvent read(String message) {
    return FlightEvent.read(message.getBytes(StandardCharsets.UTF_8));
  }
}
