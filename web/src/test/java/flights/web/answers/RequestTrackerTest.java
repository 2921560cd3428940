package flights.web.answers;

import static org.assertj.core.api.Assertions.assertThat;

import flights.flight.FlightTopics;
import flights.web.flight.form.FlightAnswers;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class RequestTrackerTest {

  private final RequestTracker lately = new RequestTracker(FlightAnswers.SOURCE);

  @Test
  void whatWasAskedIsExpectedUntilItIsHeard() {
    assertThat(lately.isExpected("a")).isFalse();

    lately.expect("a");
    assertThat(lately.isExpected("a")).isTrue();
    assertThat(lately.heard("a")).isEmpty();

    ConsumerRecord<String, byte[]> answer = message(FlightTopics.RESPONSES, "a");
    lately.hear(answer);
    assertThat(lately.isExpected("a")).isFalse();
    assertThat(lately.heard("a")).containsSame(answer);
  }

  @Test
  void aRejectionDoesNotHideAPrediction() {
    ConsumerRecord<String, byte[]> answer = message(FlightTopics.RESPONSES, "a");
    lately.hear(answer);
    lately.hear(message(FlightTopics.ERRORS, "a"));

    assertThat(lately.heard("a")).containsSame(answer);
  }

  @Test
  void aPredictionFollowsARejection() {
    lately.hear(message(FlightTopics.ERRORS, "a"));
    ConsumerRecord<String, byte[]> answer = message(FlightTopics.RESPONSES, "a");
    lately.hear(answer);

    assertThat(lately.heard("a")).containsSame(answer);
  }

  @Test
  void whatHasNoIdIsNoMatter() {
    lately.hear(message(FlightTopics.ERRORS, null));

    assertThat(lately.heard("a")).isEmpty();
  }

  @Test
  void itIsToldForAMomentWhatTheLatestAnswerTook() {
    AtomicLong now = new AtomicLong(-5);
    RequestTracker timed = new RequestTracker(FlightAnswers.SOURCE, now::get);
    timed.expect("a");
    timed.hear(message(FlightTopics.RESPONSES, "of another server"));
    assertThat(timed.tookNanos()).isZero();

    now.addAndGet(300);
    timed.hear(message(FlightTopics.RESPONSES, "a"));
    timed.hear(message(FlightTopics.RESPONSES, "a"));
    assertThat(timed.tookNanos()).isEqualTo(300);

    now.addAndGet(TimeUnit.SECONDS.toNanos(1));
    assertThat(timed.tookNanos()).isZero();
  }

  @Test
  void onlyTheLatestAreRemembered() {
    for (int i = 0; i < 10_000; i++) {
      lately.hear(message(FlightTopics.RESPONSES, "id" + i));
    }

    assertThat(lately.heard("id0")).isEmpty();
    assertThat(lately.heard("id9999")).isPresent();
  }

  private static ConsumerRecord<String, byte[]> message(String topic, String id) {
    return new ConsumerRecord<>(topic, 0, 0, id, new byte[0]);
  }
}
