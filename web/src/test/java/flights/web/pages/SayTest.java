package flights.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SayTest {

  private final Say say = new Say();

  @Test
  void figuresAreAsPeopleReadThem() {
    assertThat(say.percent(0.815)).isEqualTo("82%");
    assertThat(say.count(327346)).isEqualTo("327,346");
    assertThat(say.minutes(-3.4)).isEqualTo("−3 min");
    assertThat(say.minutes(12.5)).isEqualTo("+13 min");
    assertThat(say.minutes(0.2)).isEqualTo("0 min");
    assertThat(say.duration(377.0)).isEqualTo("6 h 17 min");
    assertThat(say.duration(59)).isEqualTo("59 min");
  }

  @Test
  void timesAreAsPeopleReadThem() {
    assertThat(say.clock(5)).isEqualTo("00:05");
    assertThat(say.clock(2040)).isEqualTo("20:40");
    assertThat(say.day("2013-07-04")).isEqualTo("4 July 2013");
    assertThat(say.month("2013-07")).isEqualTo("July 2013");
  }

  @Test
  void oneOfSomethingIsNotSeveral() {
    assertThat(say.count(1, "flight")).isEqualTo("1 flight");
    assertThat(say.count(0, "flight")).isEqualTo("0 flights");
    assertThat(say.count(1_234, "flight")).isEqualTo("1,234 flights");
  }

  @Test
  void whatIsNotKnownIsADash() {
    assertThat(say.percent(null)).isEqualTo("–");
    assertThat(say.minutes(null)).isEqualTo("–");
    assertThat(say.clock(null)).isEqualTo("–");
    assertThat(say.day(null)).isEqualTo("–");
  }
}
