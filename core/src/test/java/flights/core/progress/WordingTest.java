package flights.core.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WordingTest {

  private static final Snapshot HALF_WAY = reading(0.5, 336_776, 30);

  @Test
  void theLineShowsStageRowsPercentAndRemainingTime() {
    assertThat(Wording.line(HALF_WAY, 100))
        .isEqualTo("[============>           ]  50%  2/3 reading, 336,776 rows, about 30 s left");
  }

  @Test
  void aLoneStageHasNoNumber() {
    Snapshot alone =
        new Snapshot("writing", 1, 1, 40, 0.5, Duration.ofSeconds(3), Duration.ofSeconds(3));
    assertThat(Wording.line(alone, 100))
        .isEqualTo("[============>           ]  50%  writing, 40 rows, about 3 s left");
  }

  @Test
  void theLineIsNeverWiderThanTheTerminal() {
    assertThat(Wording.line(HALF_WAY, 20)).isEqualTo("[============>      ");
  }

  @Test
  void theBarIsFullAtTheEndAndEmptyAtTheStart() {
    assertThat(Wording.line(reading(1, 0, 30), 100)).startsWith("[========================] 100%");
    assertThat(Wording.line(reading(0, 0, 30), 100)).startsWith("[>                       ]   0%");
  }

  @Test
  void whatRemainsIsNotGuessedTooSoon() {
    assertThat(Wording.line(reading(0.01, 0, 30), 100)).endsWith("reading, for 12 s");
  }

  @Test
  void withoutAPlanThereIsNoPercent() {
    assertThat(Wording.line(reading(Double.NaN, 5, 30), 100))
        .isEqualTo("reading, 5 rows, for 12 s");
    assertThat(Wording.running(reading(Double.NaN, 5, 30))).isEqualTo("reading: for 12 s");
  }

  @Test
  void aLineOfTheLogTellsTheSame() {
    assertThat(Wording.running(reading(0.25, 0, 40)))
        .isEqualTo("reading: 25% of all done, about 2 min 00 s left");
  }

  @Test
  void aFinishedStageTellsItsRowsAndHowLongItTook() {
    assertThat(Wording.finished(HALF_WAY)).isEqualTo("reading: 336,776 rows in 12.3 s");
    assertThat(Wording.finished(reading(1, 1, 30))).isEqualTo("reading: 1 row in 12.3 s");
    assertThat(Wording.finished(reading(1, 0, 30))).isEqualTo("reading: 12.3 s");
  }

  private static Snapshot reading(double done, long rows, long seconds) {
    return new Snapshot(
        "reading", 2, 3, rows, done, Duration.ofMillis(12_340), Duration.ofSeconds(seconds));
  }
}
