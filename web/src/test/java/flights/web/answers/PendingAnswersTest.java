package flights.web.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaitingTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  private final PendingAnswers waiting = new PendingAnswers();

  @Test
  void allWhoWaitForAnIdAreAnsweredAndForgotten() {
    PendingAnswer one = waiting.add("a", LONG);
    PendingAnswer two = waiting.add("a", LONG);
    PendingAnswer other = waiting.add("b", LONG);

    waiting.answer("a", id -> Answer.rejected(id, "because"));

    assertThat(one.answer()).isCompletedWithValue(Answer.rejected("a", "because"));
    assertThat(two.answer()).isCompletedWithValue(Answer.rejected("a", "because"));
    assertThat(other.answer()).isNotDone();
    assertThat(waiting.size()).isEqualTo(1);
  }

  @Test
  void anAnswerThatNobodyWaitsForIsNotEvenMade() {
    waiting.answer(
        "a",
        id -> {
          throw new AssertionError("made for nobody");
        });
    waiting.answer(null, Answer::waiting);
  }

  @Test
  void oneWhoGivesUpIsForgottenAndTheOtherIsNot() {
    PendingAnswer one = waiting.add("a", LONG);
    PendingAnswer two = waiting.add("a", LONG);

    one.answer().complete(Answer.waiting("a"));

    assertThat(waiting.size()).isEqualTo(1);
    two.answer().complete(Answer.waiting("a"));
    assertThat(waiting.size()).isZero();
  }

  @Test
  void whenAllAreDismissedTheyAreToldToWait() {
    PendingAnswer waiter = waiting.add("a", LONG);

    waiting.dismissAll();

    assertThat(waiter.answer()).isCompletedWithValue(Answer.waiting("a"));
    assertThat(waiting.size()).isZero();
  }
}
