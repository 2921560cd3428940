package flights.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flights.trainer.TrainOptions.Comparison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainOptionsTest {

  @Test
  void withoutWordsThePresentModelIsTrainedOnItsOwnData() {
    assertThat(TrainOptions.of("flight-delay"))
        .isEqualTo(
            new TrainOptions(
                "flight-delay",
                null,
                null,
                1,
                42,
                null,
                false,
                false,
                Comparison.FIRST_SPLIT,
                Promotion.WHEN_BETTER));
  }

  @Test
  void everyOptionCounts() {
    assertThat(
            TrainOptions.of(
                "flight-delay",
                "sentiment --data x.csv --sample 0.1 --seed 7 --test-from 2008-04-01 --with-previous --one-split --baselines --promote --version a.1-b_2"
                    .split(" ")))
        .isEqualTo(
            new TrainOptions(
                "sentiment",
                "a.1-b_2",
                "x.csv",
                0.1,
                7,
                "2008-04-01",
                true,
                true,
                Comparison.EVERY_SPLIT,
                Promotion.ALWAYS));
  }

  @ParameterizedTest
  @CsvSource({
    "--sample 0, --sample 0.0 is no share",
    "--sample 1.5, --sample 1.5 is no share",
    "--sample all, Invalid value for option '--sample': all is no number",
    "--seed x, Invalid value for option '--seed': x is no whole number",
    "--version ../x, --version ../x is no name of a version",
    "--promote --no-promote, --promote and --no-promote exclude each other",
    "--with-previous, --with-previous adds to new rows: name them by --data",
    "--dta x, Unknown option: '--dta'; did you mean --data?"
  })
  void aBadWordIsNamed(String words, String message) {
    assertThatThrownBy(() -> TrainOptions.of("flight-delay", words.split(" ")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }
}
