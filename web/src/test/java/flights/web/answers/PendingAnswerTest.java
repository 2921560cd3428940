package flights.web.answers;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PendingAnswerTest {

  private final long now = System.nanoTime();

  @Test
  void isDueAtOnce() {
    assertThat(new PendingAnswer("a", Duration.ofMinutes(1)).getDelay(NANOSECONDS))
        .isLessThanOrEqualTo(0);
  }

  @Test
  void withoutPatienceTheFirstLookIsTheLast() {
    PendingAnswer waiter = new PendingAnswer("a", Duration.ZERO);

    assertThat(waiter.lookAgain(System.nanoTime())).isFalse();
    assertThat(waiter.answer()).isCompletedWithValue(Answer.waiting("a"));
  }

  @Test
  void onePutOffIsNotDueYet() {
    PendingAnswer waiter = new PendingAnswer("a", Duration.ofMinutes(1));

    waiter.putOff(SECONDS.toNanos(30));

    assertThat(waiter.getDelay(SECONDS)).isBetween(1L, 30L);
    assertThat(waiter.answer()).isNotDone();
  }

  @Test
  void onePutOffBeyondItsPatienceIsDueAtItsEnd() {
    PendingAnswer waiter = new PendingAnswer("a", Duration.ofSeconds(2));

    waiter.putOff(SECONDS.toNanos(30));

    assertThat(waiter.getDelay(SECONDS)).isLessThan(3);
  }

  @Test
  void theLastLookIsWhenItsPatienceEnds() {
    PendingAnswer waiter = new PendingAnswer("a", Duration.ofMinutes(1));

    assertThat(waiter.lookAgain(now + SECONDS.toNanos(59))).isTrue();
    assertThat(waiter.lookAgain(now + SECONDS.toNanos(61))).isFalse();
    assertThat(waiter.answer()).isCompletedWithValue(Answer.waiting("a"));
  }

  @Test
  void twoThatCameAtDifferentTimesFallDueTogether() {
    PendingAnswer one = new PendingAnswer("a", Duration.ofMinutes(1));
    PendingAnswer two = new PendingAnswer("b", Duration.ofMinutes(1));
    long second = SECONDS.toNanos(1);
    long beat = Math.floorDiv(now, second) * second + 10 * second;

    assertThat(one.lookAgain(beat + 1)).isTrue();
    assertThat(two.lookAgain(beat + second / 2)).isTrue();

    assertThat(one.compareTo(two)).isZero();
  }

  @Test
  void oneThatIsAnsweredIsNotLookedForAgain() {
    PendingAnswer waiter = new PendingAnswer("a", Duration.ofMinutes(1));
    waiter.answer().complete(Answer.rejected("a", "because"));

    assertThat(waiter.lookAgain(now)).isFalse();
  }
}
