package flights.predictor;

import flights.core.json.Json;
import flights.core.kafka.DeadLetters;
import flights.core.kafka.Kafka;
import flights.core.kafka.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** Tells on Kafka what has become of requests. */
final class Sender {

  private final OutletConfig config;
  private final Producer<String, byte[]> producer;
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  Sender(Kafka kafka, OutletConfig config) {
    this.config = config;
    this.producer =
        kafka.producer(
            Map.of(
                // A broker that is away comes back: keep what it has not taken until then.
                "delivery.timeout.ms", Integer.MAX_VALUE,
                // While one request is under way the next answers gather: few and large ones.
                "max.in.flight.requests.per.connection", 1,
                "max.request.size", Topics.LARGEST_MESSAGE));
  }

  /** Returns at once; {@link #flush} tells whether it went well. */
  @SuppressWarnings("FutureReturnValueIgnored") // the callback tells
  void send(PredictionEntry entry) {
    producer.send(
        entry.isGood() ? response(entry) : deadLetter(entry, entry.error(), entry.original()),
        (metadata, refusal) -> {
          if (refusal instanceof RecordTooLargeException && !entry.isGood()) {
            sendWithoutOriginal(entry);
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

  @SuppressWarnings("FutureReturnValueIgnored") // the callback tells
  private void sendWithoutOriginal(PredictionEntry entry) {
    String reason = entry.error() + "; its bytes are left out, Kafka takes no message that large";
    producer.send(
        deadLetter(entry, reason, null),
        (metadata, refusal) -> {
          if (refusal != null) {
            failure.compareAndSet(null, refusal);
          }
        });
  }

  private ProducerRecord<String, byte[]> response(PredictionEntry entry) {
    return new ProducerRecord<>(config.responseTopic(), entry.id(), Json.bytes(entry.document()));
  }

  private ProducerRecord<String, byte[]> deadLetter(
      PredictionEntry entry, String reason, byte[] original) {
    ProducerRecord<String, byte[]> letter =
        new ProducerRecord<>(config.errorTopic(), entry.id(), original);
    Map.of(
            DeadLetters.REASON, reason,
            DeadLetters.TOPIC, entry.from().topic(),
            DeadLetters.PARTITION, String.valueOf(entry.from().partition()),
            DeadLetters.OFFSET, String.valueOf(entry.offset()))
        .forEach((name, text) -> letter.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    return letter;
  }
}
