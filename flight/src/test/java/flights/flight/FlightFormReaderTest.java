package flights.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import flights.core.contract.BadFormException;
import flights.core.contract.FieldError;
import flights.flight.reference.ReferenceData;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlightFormReaderTest {

  private static final FlightFormReader READER =
      new FlightFormReader(
          Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC),
          ReferenceData.bundled()::coverage);

  private static final Map<String, String> GOOD =
      Map.of(
          "Carrier", "aa",
          "FlightNum", "0011",
          "FlightDate", "2013-07-04",
          "Origin", " jfk ",
          "Dest", "LAX",
          "DepDelay", "-3.5");

  @Test
  void readsAndTidiesAGoodForm() {
    assertThat(READER.read(GOOD))
        .isEqualTo(new FlightForm("AA", "11", LocalDate.of(2013, 7, 4), "JFK", "LAX", -3.5));
  }

  @ParameterizedTest
  @CsvSource({"13:05, 1305", "1305, 1305", "9:05, 905", "00:00, 0", "24:00, 0", "'', "})
  void theTimetablesTimesMayBeTold(String text, Integer hhmm) {
    FlightForm form = READER.read(with(Map.of("CRSDepTime", text, "CRSArrTime", text)));

    assertThat(form.crsDepTime()).isEqualTo(hhmm);
    assertThat(form.crsArrTime()).isEqualTo(hhmm);
  }

  @Test
  void flightNumberAndDelayMayBeEmpty() {
    FlightForm form = READER.read(with(Map.of("FlightNum", "", "DepDelay", " ")));

    assertThat(form.flightNum()).isNull();
    assertThat(form.depDelay()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "Carrier, ''",
    "Carrier, <b>",
    "FlightNum, 0",
    "FlightNum, 12345",
    "FlightNum, 1 or 1",
    "FlightDate, yesterday",
    "FlightDate, 2013-02-30",
    "FlightDate, 1987-09-30",
    "FlightDate, 2027-11-22",
    "Origin, JF",
    "Origin, JFKX",
    "Dest, JFK",
    "DepDelay, NaN",
    "DepDelay, 0x10",
    "DepDelay, -181",
    "DepDelay, 2881",
    "DepDelay, late",
    "CRSDepTime, 25:00",
    "CRSDepTime, 1260",
    "CRSArrTime, noon"
  })
  void aBadFieldIsNamed(String field, String value) {
    BadFormException failure =
        catchThrowableOfType(BadFormException.class, () -> READER.read(with(Map.of(field, value))));

    assertThat(failure.errors()).extracting(FieldError::field).containsExactly(field);
  }

  @Test
  void allBadFieldsAreNamedAtOnce() {
    BadFormException failure =
        catchThrowableOfType(BadFormException.class, () -> READER.read(Map.of()));

    assertThat(failure.errors())
        .extracting(FieldError::field)
        .containsExactly("Carrier", "FlightDate", "Origin", "Dest");
  }

  @Property
  void anyTextIsEitherReadOrRefusedAtItsField(@ForAll String text) {
    for (String field : GOOD.keySet()) {
      try {
        READER.read(with(Map.of(field, text)));
      } catch (BadFormException e) {
        assertThat(e.errors()).isNotEmpty();
      }
    }
  }

  private static Map<String, String> with(Map<String, String> changes) {
    Map<String, String> fields = new HashMap<>(GOOD);
    fields.putAll(changes);
    return fields;
  }
}
