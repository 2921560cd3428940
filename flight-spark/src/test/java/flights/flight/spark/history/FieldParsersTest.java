package flights.flight.spark.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldParsersTest {

  @ParameterizedTest
  @CsvSource({"517,517", "0005,5", "2400,0", "0,0", "1835.0,1835", "2015-01-01T07:30-08:00,1530"})
  void clockTimes(String text, int hhmm) {
    assertThat(FieldParsers.clock(text)).isEqualTo(hhmm);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2401", "1875", "-5", "noon", "12.5", "2015-01-01T99:00Z"})
  void noClockTimes(String text) {
    assertThat(FieldParsers.clock(text)).isSameAs(FieldParsers.NONSENSE);
  }

  @Test
  void dates() {
    assertThat(FieldParsers.day("2013-7-4")).isEqualTo(days("2013-07-04"));
    assertThat(FieldParsers.day("2013-07-04")).isEqualTo(days("2013-07-04"));
    assertThat(FieldParsers.day("2014-12-31T16:00:00.000-08:00")).isEqualTo(days("2015-01-01"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2013-02-30", "1903-12-17", "2101-01-01", "07/04/2013", "null-7-4", "T"})
  void noDates(String text) {
    assertThat(FieldParsers.day(text)).isSameAs(FieldParsers.NONSENSE);
  }

  @Test
  void flightNumbersLoseTheirLeadingZeros() {
    assertThat(FieldParsers.flightNumber("0165")).isEqualTo("165");
    assertThat(FieldParsers.flightNumber("16A")).isSameAs(FieldParsers.NONSENSE);
    assertThat(FieldParsers.flightNumber("1234567")).isSameAs(FieldParsers.NONSENSE);
  }

  @Test
  void whatIsNoTailNumberIsUnknown() {
    assertThat(FieldParsers.tailNumber("n580jb")).isEqualTo("N580JB");
    assertThat(FieldParsers.tailNumber("UNKNOW")).isNull();
    assertThat(FieldParsers.tailNumber("000000")).isNull();
    assertThat(FieldParsers.tailNumber("?")).isNull();
  }

  @Test
  void numbersOutsideTheirBounds() {
    assertThat(FieldParsers.number(0, 10).apply("11")).isSameAs(FieldParsers.NONSENSE);
    assertThat(FieldParsers.number(0, 10).apply("NaN")).isSameAs(FieldParsers.NONSENSE);
    assertThat(FieldParsers.numberIfWithin(0, 10).apply("11")).isNull();
    assertThat(FieldParsers.numberIfWithin(0, 10).apply("x")).isSameAs(FieldParsers.NONSENSE);
  }

  private static int days(String date) {
    return Math.toIntExact(LocalDate.parse(date).toEpochDay());
  }
}
