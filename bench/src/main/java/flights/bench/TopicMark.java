package flights.bench;

import flights.bench.load.TopicEnd;
import flights.core.kafka.Kafka;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The end of a topic at some time, from which it can be read later, when that disturbs nothing. */
final class TopicMark implements AutoCloseable {

  private static final Duration LOOK = Duration.ofMillis(200);

  private final Consumer<String, byte[]> consumer;
  private final List<TopicPartition> partitions;

  private TopicMark(Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
    this.consumer = consumer;
    this.partitions = partitions;
  }

  /** The present end. */
  static TopicMark of(Kafka kafka, String topic) {
    Consumer<String, byte[]> consumer = kafka.consumer(Map.of());
    return new TopicMark(consumer, TopicEnd.seek(consumer, topic));
  }

  /** All messages from the mark to the present end. */
  void read(java.util.function.Consumer<ConsumerRecord<String, byte[]>> reader) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
      consumer.poll(LOOK).forEach(reader);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
