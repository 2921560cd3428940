package flights.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flights.bench.load.Pace;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

  private static final String USAGE =
      "web [--rate NUMBER] [--duration TIME] [--warmup TIME] [--poll WAY] [--cold]";

  @Test
  void whatIsNotGivenHasItsDefault() {
    assertThat(read().pace(200, 30, 10)).isEqualTo(new Pace(200, 10, 30));
    assertThat(read().oneOf("--poll", List.of("long", "sse"))).isEqualTo("long");
    assertThat(read().has("--cold")).isFalse();
  }

  @Test
  void timesAreSecondsOrMinutes() {
    assertThat(read("--duration", "45").seconds("--duration", 1)).isEqualTo(45);
    assertThat(read("--duration", "45s").seconds("--duration", 1)).isEqualTo(45);
    assertThat(read("--duration", "30m").seconds("--duration", 1)).isEqualTo(1_800);
  }

  @Test
  void whatIsWrongIsNamedWithTheUsage() {
    assertWrong("--rate 0 is no whole number above 0", "--rate", "0");
    assertWrong("--rate many is no whole number above 0", "--rate", "many");
    assertWrong("--duration 3h is no time such as 30s or 5m", "--duration", "3h");
    assertWrong("--poll mail is none of long, sse", "--poll", "mail");
    assertWrong("--speed is not understood", "--speed", "9");
    assertWrong("--rate needs a value", "--rate");
  }

  private static void assertWrong(String message, String... words) {
    assertThatThrownBy(
            () -> {
              Options options = read(words);
              options.pace(1, 1, 1);
              options.oneOf("--poll", List.of("long", "sse"));
            })
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message)
        .hasMessageContaining("usage: ./flights bench web [--rate NUMBER]");
  }

  private static Options read(String... words) {
    return Options.read(USAGE, List.of(words));
  }
}
