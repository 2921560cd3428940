package flights.core.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/** Reads the messages that could not be used, from the end of their topic. */
public final class DeadLetters {

  /** Names of the headers beside a dead letter's original bytes. */
  public static final String REASON = "reason";

  public static final String TOPIC = "topic";
  public static final String PARTITION = "partition";
  public static final String OFFSET = "offset";

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private DeadLetters() {}

  /** The latest first, no more than asked for. */
  public static List<DeadLetter> latest(Kafka kafka, String topic, int most) {
    try (Consumer<String, byte[]> consumer = kafka.consumer(Map.of())) {
      Map<TopicPartition, Long> ends = seekBeforeEnds(consumer, topic, most);
      List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
      Instant deadline = Instant.now().plus(PATIENCE);
      while (!reached(consumer, ends) && Instant.now().isBefore(deadline)) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
      return records.stream()
          .map(DeadLetters::letter)
          .sorted(Comparator.comparing(DeadLetter::at).reversed())
          .limit(most)
          .toList();
    }
  }

  private static Map<TopicPartition, Long> seekBeforeEnds(
      Consumer<?, ?> consumer, String topic, int most) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic, PATIENCE).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions, PATIENCE);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
    ends.forEach(
        (partition, end) -> consumer.seek(partition, Math.max(starts.get(partition), end - most)));
    return ends;
  }

  private static boolean reached(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private static DeadLetter letter(ConsumerRecord<String, byte[]> message) {
    Header reason = message.headers().lastHeader(REASON);
    return new DeadLetter(
        Instant.ofEpochMilli(message.timestamp()),
        message.key(),
        reason == null ? "no reason given" : new String(reason.value(), StandardCharsets.UTF_8));
  }
}
