package flights.core.training;

import flights.core.json.Json;
import flights.core.kafka.Kafka;
import flights.core.kafka.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The trainings that are asked for on Kafka, shared out among all who listen. */
final class TrainingMessages implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TrainingMessages.class);
  private static final String GROUP = "training";
  private static final Duration POLL = Duration.ofMillis(500);

  private final Consumer<String, byte[]> consumer;
  private boolean any;

  TrainingMessages(Kafka kafka) {
    consumer =
        kafka.consumer(
            Map.of(
                "client.id",
                "flights-training",
                "group.id",
                GROUP,
                "auto.offset.reset",
                "earliest",
                "allow.auto.create.topics",
                false,
                "metadata.max.age.ms",
                5_000));
    consumer.subscribe(List.of(Topics.TRAINING_REQUESTS));
  }

  /** What has come; waits a moment for it. What makes no sense is said in the log. */
  List<TrainingRequest> poll() {
    List<TrainingRequest> requests = new ArrayList<>();
    ConsumerRecords<String, byte[]> messages = consumer.poll(POLL);
    messages.forEach(message -> read(message).ifPresent(requests::add));
    any = !messages.isEmpty();
    return requests;
  }

  /** What was polled is dealt with; until then it comes again to the next who listens. */
  void commit() {
    if (any) {
      consumer.commitSync();
    }
  }

  @Override
  public void close() {
    consumer.close();
  }

  private static Optional<TrainingRequest> read(ConsumerRecord<String, byte[]> message) {
    try {
      TrainingRequest request = Json.read(message.value(), TrainingRequest.class);
      String fault = request == null ? "it is empty" : request.fault();
      if (fault == null) {
        return Optional.of(request);
      }
      say(message, fault);
    } catch (IllegalArgumentException e) {
      say(message, e.getMessage());
    }
    return Optional.empty();
  }

  private static void say(ConsumerRecord<String, byte[]> message, String fault) {
    LOG.warn(
        "the message at {}-{} offset {} asks for no training: {}",
        message.topic(),
        message.partition(),
        message.offset(),
        fault);
  }
}
