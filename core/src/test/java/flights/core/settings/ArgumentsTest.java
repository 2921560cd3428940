package flights.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

  private static final String USAGE = "./flights train [NAME] [--data PATH] [--promote]";

  @Test
  void wordsAreReadAsTheUsageSays() {
    Arguments read = Arguments.read(USAGE, 1, List.of("--data", "a b", "sentiment", "--promote"));

    assertThat(read.names()).containsExactly("sentiment");
    assertThat(read.option("--data")).hasValue("a b");
    assertThat(read.has("--promote")).isTrue();
    assertThat(Arguments.read(USAGE, 1, List.of()).option("--data")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "--dta x, --dta is not understood",
    "-x, -x is not understood",
    "one two, two is not understood",
    "--data, --data needs a value",
    "--promote yes no, no is not understood"
  })
  void aWrongWordIsNamedWithTheUsage(String words, String message) {
    assertThatThrownBy(() -> Arguments.read(USAGE, 1, List.of(words.split(" "))))
        .hasMessage(message + "; usage: " + USAGE);
  }
}
