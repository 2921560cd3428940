package flights.web.answers;

import flights.core.flow.Backoff;
import flights.core.kafka.Kafka;
import flights.web.background.Trouble;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Hears every answer as it passes on Kafka, in a thread of its own, and hands it to those who wait
 * for it. Whoever misses an answer here finds it in the store.
 */
final class AnswerListener implements AutoCloseable {

  private static final long JOIN_MILLIS = 500;
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Kafka kafka;
  private final AnswerSource source;
  private final PendingAnswers waiting;
  private final Consumer<ConsumerRecord<String, byte[]>> witness;
  private final Trouble reading = new Trouble();
  private final Trouble understanding = new Trouble();
  private final Backoff backoff = new Backoff(PAUSE, LONGEST_PAUSE);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::listenUntilClosed, "web-answers");
  private volatile AnswerTopics topics;

  AnswerListener(
      Kafka kafka,
      AnswerSource source,
      PendingAnswers waiting,
      Consumer<ConsumerRecord<String, byte[]>> witness) {
    this.kafka = kafka;
    this.source = source;
    this.waiting = waiting;
    this.witness = witness;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  @Override
  public void close() {
    closed.countDown();
    AnswerTopics present = topics;
    if (present != null) {
      present.wakeup();
    }
    try {
      thread.join(JOIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void listenUntilClosed() {
    while (!closedAfter(Duration.ZERO)) {
      try (AnswerTopics present = new AnswerTopics(kafka, source)) {
        topics = present;
        listen(present);
      } catch (WakeupException e) {
        // Closed.
      } catch (KafkaException e) {
        reading.is("answers cannot be read from Kafka, only from the store: " + e.getMessage());
        closedAfter(backoff.begin());
      }
    }
  }

  private void listen(AnswerTopics present) {
    while (!closedAfter(present.waits() ? Duration.ZERO : PAUSE)) {
      present.poll().forEach(this::hear);
      reading.isOver();
      backoff.reset();
    }
  }

  private void hear(ConsumerRecord<String, byte[]> message) {
    witness.accept(message);
    try {
      waiting.answer(message.key(), id -> answer(id, message));
    } catch (IllegalArgumentException e) {
      understanding.is("an answer on Kafka is not understood: " + e.getMessage());
    }
  }

  private Answer answer(String id, ConsumerRecord<String, byte[]> message) {
    Answer answer = source.heard(id, message);
    understanding.isOver();
    return answer;
  }

  private boolean closedAfter(Duration pause) {
    try {
      return closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }
}
