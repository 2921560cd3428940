package flights.trainer.card;

import static org.assertj.core.api.Assertions.assertThat;

import flights.trainer.evaluate.MinutesScore;
import flights.trainer.evaluate.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasureTest {

  private static final Trial GOOD = SampleCards.trial("good", 0.7, 0.8, covering(0.83));
  private static final Trial BAD = SampleCards.trial("bad", 0.6, 0.9, covering(0.75));
  private static final List<Trial> BOTH = List.of(GOOD, BAD);

  private static MinutesScore covering(double coverage) {
    return new MinutesScore(1, 1.0, 1.0, 1.0, 1.0, coverage);
  }

  @Test
  void knowsWhichWayIsBetter() {
    for (Measure measure : List.of(Measure.ACCURACY, Measure.LOG_LOSS, Measure.COVERAGE)) {
      assertThat(measure.isBest(GOOD, BOTH)).as(measure.title()).isTrue();
      assertThat(measure.isBest(BAD, BOTH)).as(measure.title()).isFalse();
    }
  }

  @Test
  void marksAllThatReadTheSame() {
    Trial equal = SampleCards.trial("equal", 0.70004, 0.8, null);
    assertThat(Measure.ACCURACY.isBest(GOOD, List.of(GOOD, equal))).isTrue();
  }

  @Test
  void marksNoneWithoutOthers() {
    Trial without = SampleCards.trial("without", 0.6, 0.9, null);
    assertThat(Measure.MAE.isBest(GOOD, List.of(GOOD, without))).isFalse();
    assertThat(Measure.MAE.text(without)).isEqualTo("-");
    assertThat(Measure.FIT.isBest(GOOD, BOTH)).isFalse();
  }
}
