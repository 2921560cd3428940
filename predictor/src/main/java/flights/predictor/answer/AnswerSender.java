package flights.predictor.answer;

import flights.core.json.Json;
import flights.core.kafka.DeadLetters;
import flights.core.kafka.Kafka;
import flights.core.kafka.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** Tells on Kafka what has become of requests. */
final class AnswerSender implements AutoCloseable {

  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

  private final AnswerTarget target;
  private final Producer<String, byte[]> producer;
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  AnswerSender(AnswerTarget target) {
    this.target = target;
    this.producer =
        new Kafka(target.kafka())
            .producer(
                Map.of(
                    // A broker that is away comes back: keep what it has not taken until then.
                    "delivery.timeout.ms", Integer.MAX_VALUE,
                    // While one request is under way the next answers gather: few and large ones.
                    "max.in.flight.requests.per.connection", 1,
                    "max.request.size", Topics.LARGEST_MESSAGE));
  }

  /** Returns at once; {@link #flush} tells whether it went well. */
  @SuppressWarnings("FutureReturnValueIgnored") // the callback tells
  void send(ScoredRequest answer) {
    producer.send(
        answer.isGood() ? response(answer) : deadLetter(answer, answer.error(), answer.original()),
        (metadata, refusal) -> {
          if (refusal instanceof RecordTooLargeException && !answer.isGood()) {
            sendWithoutOriginal(answer);
          } else if (refusal != null) {
            failure.compareAndSet(null, refusal);
          }
        });
  }

  /** Returns when all is sent; throws IllegalStateException when some was not taken. */
  void flush() {
    producer.flush();
    Exception refusal = failure.getAndSet(null);
    if (refusal != null) {
      throw new IllegalStateException("Kafka refused an answer: " + refusal.getMessage(), refusal);
    }
  }

  /** Waits until all is sent, and says whether all was taken. */
  boolean hasArrived() {
    producer.flush();
    return failure.get() == null;
  }

  /** What cannot be sent within a moment is left to whoever answers the request again. */
  @Override
  public void close() {
    producer.close(CLOSE_WITHIN);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback tells
  private void sendWithoutOriginal(ScoredRequest answer) {
    String reason = answer.error() + "; its bytes are left out, Kafka takes no message that large";
    producer.send(
        deadLetter(answer, reason, null),
        (metadata, refusal) -> {
          if (refusal != null) {
            failure.compareAndSet(null, refusal);
          }
        });
  }

  private ProducerRecord<String, byte[]> response(ScoredRequest answer) {
    return new ProducerRecord<>(target.responseTopic(), answer.id(), Json.bytes(answer.document()));
  }

  private ProducerRecord<String, byte[]> deadLetter(
      ScoredRequest answer, String reason, byte[] original) {
    TopicPartition from = answer.position().partition();
    ProducerRecord<String, byte[]> letter =
        new ProducerRecord<>(target.errorTopic(), answer.id(), original);
    Map.of(
            DeadLetters.REASON, reason,
            DeadLetters.TOPIC, from.topic(),
            DeadLetters.PARTITION, String.valueOf(from.partition()),
            DeadLetters.OFFSET, String.valueOf(answer.position().offset()))
        .forEach((name, text) -> letter.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    return letter;
  }
}
