package flights.web.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OverloadTest {

  private static final String CLASSIFY = "/flights/delays/predict/classify_realtime";

  @Test
  void allIsTakenAsLongAsFewWait() {
    Overload few = overload(Overload.MOST_WAITING);

    assertThat(few.refuses("POST", CLASSIFY)).isFalse();
    assertThat(few.refuses("GET", "/")).isFalse();
  }

  @Test
  void whoHasBeenAcceptedMayStillAskForTheAnswer() {
    Overload many = overload(Overload.MOST_WAITING + 1);

    assertThat(many.refuses("POST", CLASSIFY)).isTrue();
    assertThat(many.refuses("GET", CLASSIFY + "/response/x")).isFalse();
  }

  @Test
  void atLastOnlyThoseWhoWatchAreAnswered() {
    Overload all = overload(Overload.MOST_WAITING_TO_LOOK + 1);

    assertThat(all.refuses("GET", "/")).isTrue();
    assertThat(all.refuses("GET", "/health")).isFalse();
    assertThat(all.refuses("GET", "/metrics")).isFalse();
  }

  @Test
  void nothingIsBegunWhileOthersAreNotFinishedInTime() {
    Overload behind = new Overload(() -> 0, () -> true, method -> {});

    assertThat(behind.refuses("POST", CLASSIFY)).isTrue();
    assertThat(behind.refuses("GET", CLASSIFY + "/response/x")).isFalse();
  }

  private static Overload overload(int waiting) {
    return new Overload(() -> waiting, () -> false, method -> {});
  }
}
